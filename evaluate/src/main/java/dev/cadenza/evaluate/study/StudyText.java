package dev.cadenza.evaluate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What came out of a study in sentences for people who know music, not statistics.
public final class StudyText {

    private static final double SLIGHT = 0.60;
    private static final double CLEAR = 0.80;

    private StudyText() {
    }

    /// The result in a few sentences, the most important first.
    public static List<String> sentences(StudyResult result) {
        Optional<GroupResult> main = result.main();
        if (main.isEmpty()) {
            return List.of(result.listeners() == 0 ? "Nobody has listened yet."
                    : "Nobody who listened passed the attention checks, so the answers say nothing.");
        }
        GroupResult all = main.get();
        StudyDesign design = result.design();
        List<String> sentences = new ArrayList<>();
        sentences.add(whoListened(result));
        all.toldApart().ifPresent(found -> sentences.add(toldApart(found)));
        all.prefersA().ifPresent(found -> sentences.add(preference(found, design)));
        scales(all, design).ifPresent(sentences::add);
        if (all.listeners() < 6) {
            sentences.add("So few listeners tell little: ask at least six, better twenty.");
        }
        return List.copyOf(sentences);
    }

    private static String whoListened(StudyResult result) {
        int attentive = result.listeners() - result.inattentive();
        String first = attentive + (attentive == 1 ? " listener" : " listeners") + " answered " + result.answers() + " questions";
        return result.inattentive() == 0 ? first + "." : attentive + (attentive == 1 ? " listener counts" : " listeners count") + "; "
                + result.inattentive() + " more took random notes for music and " + (result.inattentive() == 1 ? "is" : "are")
                + " left out here.";
    }

    static String toldApart(Proportion found) {
        return "Listeners told them apart in " + of(found) + ": " + verdict(found) + ".";
    }

    private static String verdict(Proportion found) {
        if (found.interval().holds(0.5)) {
            return "no better than guessing, as far as so many answers can tell";
        }
        if (found.share() < 0.5) {
            return "they took one for the other more often than by guessing";
        }
        return found.share() < SLIGHT ? "slightly better than guessing" : found.share() < CLEAR ? "clearly better than guessing"
                : "they seldom erred";
    }

    private static String preference(Proportion found, StudyDesign design) {
        String verdict = found.interval().holds(0.5) ? "neither is preferred, as far as so many answers can tell"
                : (found.share() > 0.5 ? design.nameA() : design.nameB()) + " is preferred";
        return "They preferred " + design.nameA() + " to " + design.nameB() + " in " + of(found) + ": " + verdict + ".";
    }

    /// `58 of 100 pairs (58 %, 95 %: 51-65)`.
    private static String of(Proportion found) {
        String share = found.answers() == 100 ? "" : percent(found.share()) + " %; ";
        return found.hits() + " of " + found.answers() + (found.answers() == 1 ? " pair" : " pairs") + " (" + share + "95 %: "
                + percent(found.interval().low()) + "-" + percent(found.interval().high()) + ")";
    }

    private static Optional<String> scales(GroupResult all, StudyDesign design) {
        if (all.scales().isEmpty()) {
            return Optional.empty();
        }
        List<String> lower = all.scales().stream().filter(scale -> scale.significant() && scale.difference() < 0).map(StudyText::points).toList();
        List<String> higher = all.scales().stream().filter(scale -> scale.significant() && scale.difference() > 0).map(StudyText::points).toList();
        if (lower.isEmpty() && higher.isEmpty()) {
            return Optional.of("On no scale is one rated higher than the other by more than chance would bring.");
        }
        String text = higher.isEmpty() ? "" : "higher for " + String.join(", ", higher);
        String other = lower.isEmpty() ? "" : "lower for " + String.join(", ", lower);
        return Optional.of(design.nameA() + " is rated " + text + (text.isEmpty() || other.isEmpty() ? "" : " and ") + other
                + " (points of 7); other differences are no larger than chance would bring.");
    }

    private static String points(ScaleDifference scale) {
        return StudyJson.code(scale.scale()) + " (" + signed(scale.difference()) + ")";
    }

    static String percent(double share) {
        return Long.toString(Math.round(100 * share));
    }

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.1f", Math.rint(value * 10) / 10 + 0.0);
    }

    static String group(GroupResult group) {
        return group.group().map(Skill.Group::plural).orElse("all listeners");
    }
}
