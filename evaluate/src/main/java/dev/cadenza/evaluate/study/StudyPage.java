package dev.cadenza.evaluate.study;

import dev.cadenza.corpus.page.Chart;
import dev.cadenza.corpus.page.Page;
import dev.cadenza.evaluate.study.StudyResult.ClipStrength;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What came out of a study, as one page that needs nothing from outside.
public final class StudyPage {

    private static final int CLIPS_SHOWN = 40;

    private final StudyResult result;
    private final StudyDesign design;
    private final Page page;

    private StudyPage(StudyResult result, boolean rehearsed) {
        this.result = result;
        this.design = result.design();
        this.page = new Page(design.title(), (rehearsed ? "REHEARSAL with simulated listeners, which says nothing about the music. " : "")
                + "A blind listening study: " + design.nameA() + " beside " + design.nameB() + ".");
    }

    /// The page.
    ///
    /// @param rehearsed whether the listeners were simulated
    public static String of(StudyResult result, boolean rehearsed) {
        return new StudyPage(result, rehearsed).html();
    }

    private String html() {
        StudyText.sentences(result).forEach(page::paragraph);
        result.main().ifPresent(this::figures);
        List<GroupResult> attentive = result.groups().stream().filter(GroupResult::attentiveOnly).toList();
        proportions("Who told them apart", design.questions().contains(Question.COMPOSED_BY_A_PERSON), attentive, GroupResult::toldApart,
                "In how many pairs the one of " + design.nameB() + " was taken for the one composed by a person. At 50 % one guesses.");
        proportions("What was preferred", design.questions().contains(Question.PREFER), attentive, GroupResult::prefersA,
                "In how many pairs the one of " + design.nameA() + " was preferred. At 50 % neither is.");
        result.main().flatMap(GroupResult::strengths).ifPresent(this::strengths);
        scales(attentive);
        clips();
        details();
        return page.html("Bars show 95 % intervals for listeners like these and for these clips. How they are found: "
                + "docs/reference/study-statistics.md of Cadenza.");
    }

    private void figures(GroupResult all) {
        List<Page.Figure> figures = new ArrayList<>();
        figures.add(new Page.Figure("listeners", Integer.toString(all.listeners())));
        all.toldApart().ifPresent(found -> figures.add(new Page.Figure("told apart", StudyText.percent(found.share()) + " %")));
        all.prefersA().ifPresent(found -> figures.add(new Page.Figure("preferred " + design.nameA(), StudyText.percent(found.share()) + " %")));
        figures.add(new Page.Figure("left out", Integer.toString(result.inattentive())));
        page.figures(figures);
    }

    private void proportions(String heading, boolean asked, List<GroupResult> groups, Function<GroupResult, Optional<Proportion>> which,
            String meaning) {
        List<Chart.Estimate> estimates = groups.stream().flatMap(group -> which.apply(group).stream().map(found -> new Chart.Estimate(
                StudyText.group(group) + " (" + found.listeners() + ")", 100 * found.share(), 100 * found.interval().low(),
                100 * found.interval().high(), percents(found.share(), found.interval())))).toList();
        if (asked && !estimates.isEmpty()) {
            page.heading(heading).paragraph(meaning).chart(new Chart.Intervals(heading + ", by training", 0, 100, 50,
                    List.of("0 %", "50 %", "100 %"), estimates));
        }
    }

    private static String percents(double share, Interval interval) {
        return StudyText.percent(share) + " % (" + StudyText.percent(interval.low()) + "-" + StudyText.percent(interval.high()) + ")";
    }

    private void strengths(Strengths strengths) {
        page.paragraph("Strengths after Bradley and Terry, as logarithms of odds: by how much the odds of being preferred differ."
                + (bounded(strengths) ? "" : " One listener gives no interval."));
        if (bounded(strengths)) {
            double widest = strengths.all().stream().mapToDouble(one -> Math.max(Math.abs(one.interval().low()), Math.abs(one.interval().high())))
                    .max().orElse(1);
            double end = Math.max(1, Math.ceil(widest));
            page.chart(new Chart.Intervals("Strengths (Bradley-Terry)", -end, end, 0, List.of(number(-end), "equal", number(end)),
                    strengths.all().stream().map(one -> new Chart.Estimate(one.name(), one.value(), one.interval().low(),
                            one.interval().high(), number(one.value()) + " (" + number(one.interval().low()) + " to "
                            + number(one.interval().high()) + ")")).toList()));
        }
    }

    private static boolean bounded(Strengths strengths) {
        return strengths.all().stream().allMatch(one -> Double.isFinite(one.interval().low()));
    }

    private void scales(List<GroupResult> groups) {
        List<ScaleDifference> scales = groups.isEmpty() ? List.of() : groups.getFirst().scales();
        if (scales.isEmpty()) {
            return;
        }
        page.heading("Ratings").paragraph("How much higher (right) or lower (left) " + design.nameA() + " was rated than " + design.nameB()
                + ", in points of a scale from 1 to 7; by all listeners.");
        page.chart(new Chart.Intervals("Difference of ratings", -3, 3, 0, List.of("-3", "equal", "+3"), scales.stream().map(scale ->
                new Chart.Estimate(StudyJson.code(scale.scale()), Math.clamp(scale.difference(), scale.interval().low(), scale.interval().high()),
                        scale.interval().low(), scale.interval().high(), StudyText.signed(scale.difference()) + " ("
                        + StudyText.signed(scale.interval().low()) + " to " + StudyText.signed(scale.interval().high()) + ")")).toList()));
        page.table(List.of("scale", "listeners", "mean " + design.nameA(), "mean " + design.nameB(), "effect", "p", "p after Holm"),
                scales.stream().map(StudyPage::row).toList());
    }

    private static List<String> row(ScaleDifference scale) {
        return List.of(StudyJson.code(scale.scale()), Integer.toString(scale.listeners()), number(scale.meanA()), number(scale.meanB()),
                number(scale.effect()), chance(scale.p()), chance(scale.adjusted()));
    }

    private static String chance(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", Math.rint(value * 100) / 100 + 0.0);
    }

    private void clips() {
        if (!result.clips().isEmpty()) {
            page.heading("Clips").folded("Which clips were preferred, the strongest first" + (result.clips().size() > CLIPS_SHOWN
                    ? " (" + CLIPS_SHOWN + " of " + result.clips().size() + ")" : ""),
                    List.of("clip", "source", "of", "bars", "preferred", "not", "strength"),
                    result.clips().stream().limit(CLIPS_SHOWN).map(this::row).toList());
        }
    }

    private List<String> row(ClipStrength one) {
        Clip clip = one.clip();
        return List.of(clip.key(), clip.source(), clip.side() == Side.A ? design.nameA() : design.nameB(),
                clip.firstBar() + "-" + (clip.firstBar() + clip.bars() - 1), Integer.toString(one.strength().wins()),
                Integer.toString(one.strength().losses()), number(one.strength().value()));
    }

    /// All proportions with all their intervals, with and without those who did not listen.
    private void details() {
        List<List<String>> rows = new ArrayList<>();
        for (GroupResult group : result.groups()) {
            group.toldApart().ifPresent(found -> rows.add(row("told apart", group, found)));
            group.prefersA().ifPresent(found -> rows.add(row("preferred " + design.nameA(), group, found)));
        }
        if (!rows.isEmpty()) {
            page.heading("Details").folded("All shares with all intervals",
                    List.of("what", "who", "inattentive", "listeners", "answers", "share", "95 %", "Clopper-Pearson", "drawn anew"), rows);
        }
    }

    private static List<String> row(String what, GroupResult group, Proportion found) {
        return List.of(what, StudyText.group(group), group.attentiveOnly() ? "left out" : "counted", Integer.toString(found.listeners()),
                Integer.toString(found.answers()), StudyText.percent(found.share()) + " %", range(found.interval()), range(found.independent()),
                range(found.resampled()));
    }

    private static String range(Interval interval) {
        return StudyText.percent(interval.low()) + "-" + StudyText.percent(interval.high()) + " %";
    }
}
