package dev.cadenza.evaluate.study;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.study.Proportion.Tally;
import dev.cadenza.evaluate.study.StudyResult.ClipStrength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// From answers to what they say. `docs/reference/study-statistics.md` has the definitions.
public final class StudyAnalysis {

    private static final double WIDEST = StudyDesign.POINTS - 1;

    private final StudyDesign design;
    private final Map<String, Clip> clips;

    private StudyAnalysis(StudyDesign design) {
        this.design = design;
        this.clips = design.byKey();
    }

    /// The result of all answers so far. Equal for equal designs and answers.
    ///
    /// @throws IllegalArgumentException where an answer is about a clip that the study does not have
    public static StudyResult of(StudyDesign design, StudyAnswers answers) {
        return new StudyAnalysis(design).result(answers);
    }

    private StudyResult result(StudyAnswers answers) {
        answers.answers().forEach(this::check);
        Map<String, List<Answer>> byListener = answers.answers().stream()
                .collect(Collectors.groupingBy(Answer::listener, LinkedHashMap::new, Collectors.toList()));
        List<Listener> heard = answers.listeners().stream().filter(listener -> byListener.containsKey(listener.id())).toList();
        Set<String> inattentive = answers.answers().stream()
                .filter(answer -> answer instanceof Answer.OfCheck check && !check.correct()).map(Answer::listener)
                .collect(Collectors.toSet());
        List<GroupResult> groups = new ArrayList<>(groups(heard, byListener, id -> !inattentive.contains(id), true));
        if (!inattentive.isEmpty()) {
            groups.addAll(groups(heard, byListener, _ -> true, false));
        }
        List<List<Answer>> attentive = heard.stream().filter(listener -> !inattentive.contains(listener.id()))
                .map(listener -> byListener.get(listener.id())).toList();
        return new StudyResult(design, heard.size(), inattentive.size(), answers.answers().size(), groups, clipStrengths(attentive));
    }

    private void check(Answer answer) {
        List<String> keys = switch (answer.trial()) {
            case Trial.Pair pair -> List.of(pair.left(), pair.right());
            case Trial.Check check -> List.of(check.left(), check.right());
            case Trial.Rating rating -> List.of(rating.clip());
        };
        if (!clips.keySet().containsAll(keys)) {
            throw new IllegalArgumentException("an answer is about a clip that the study does not have");
        }
    }

    private List<GroupResult> groups(List<Listener> heard, Map<String, List<Answer>> answers, Predicate<String> counted,
            boolean attentiveOnly) {
        List<Listener> all = heard.stream().filter(listener -> counted.test(listener.id())).toList();
        List<GroupResult> groups = new ArrayList<>();
        if (!all.isEmpty()) {
            groups.add(group(Optional.empty(), attentiveOnly, all, answers));
            for (Skill.Group skill : Skill.Group.values()) {
                List<Listener> some = all.stream().filter(listener -> listener.skill().group() == skill).toList();
                if (!some.isEmpty()) {
                    groups.add(group(Optional.of(skill), attentiveOnly, some, answers));
                }
            }
        }
        return groups;
    }

    private GroupResult group(Optional<Skill.Group> skill, boolean attentiveOnly, List<Listener> listeners, Map<String, List<Answer>> answers) {
        List<List<Answer>> given = listeners.stream().map(listener -> answers.get(listener.id())).toList();
        return new GroupResult(skill, attentiveOnly, listeners.size(), proportion(given, Question.COMPOSED_BY_A_PERSON, Side.B),
                proportion(given, Question.PREFER, Side.A), sideStrengths(given), scales(given));
    }

    private List<Answer.OfPair> pairs(List<Answer> answers, Question question) {
        return answers.stream().filter(Answer.OfPair.class::isInstance).map(Answer.OfPair.class::cast)
                .filter(answer -> answer.trial().question() == question).toList();
    }

    private Optional<Proportion> proportion(List<List<Answer>> given, Question question, Side hit) {
        List<Tally> tallies = given.stream().map(answers -> pairs(answers, question)).filter(pairs -> !pairs.isEmpty())
                .map(pairs -> new Tally((int) pairs.stream().filter(answer -> clips.get(answer.chosen()).side() == hit).count(),
                        pairs.size())).toList();
        return tallies.isEmpty() ? Optional.empty()
                : Optional.of(Proportion.of(tallies, Draws.random(design.seed(), question.ordinal(), tallies.size())));
    }

    private Optional<Strengths> sideStrengths(List<List<Answer>> given) {
        return strengths(given, List.of(design.nameA(), design.nameB()), key -> clips.get(key).side() == Side.A ? 0 : 1);
    }

    private interface Index {
        int of(String key);
    }

    private Optional<Strengths> strengths(List<List<Answer>> given, List<String> names, Index index) {
        List<List<Answer.OfPair>> preferences = given.stream().map(answers -> pairs(answers, Question.PREFER))
                .filter(pairs -> !pairs.isEmpty()).toList();
        List<BradleyTerry.Contest> contests = IntStream.range(0, preferences.size()).boxed()
                .flatMap(i -> preferences.get(i).stream().map(answer ->
                        new BradleyTerry.Contest(index.of(answer.chosen()), index.of(answer.other()), i))).toList();
        return contests.isEmpty() ? Optional.empty() : Optional.of(BradleyTerry.of(names, contests, preferences.size()));
    }

    private List<ClipStrength> clipStrengths(List<List<Answer>> given) {
        List<Clip> judged = design.clips().stream().filter(clip -> clip.side() != Side.CHECK).toList();
        if (judged.size() > BradleyTerry.MOST_THINGS) {
            return List.of();
        }
        Map<String, Integer> places = new HashMap<>();
        judged.forEach(clip -> places.put(clip.key(), places.size()));
        return strengths(given, judged.stream().map(Clip::key).toList(), places::get)
                .map(found -> IntStream.range(0, judged.size()).mapToObj(i -> new ClipStrength(judged.get(i), found.all().get(i)))
                        .filter(clip -> clip.strength().wins() + clip.strength().losses() > 0)
                        .sorted(Comparator.comparingDouble(clip -> -clip.strength().value())).toList()).orElse(List.of());
    }

    private record Means(double a, double b) {
    }

    private List<ScaleDifference> scales(List<List<Answer>> given) {
        List<ScaleDifference> raw = design.scales().stream().flatMap(scale -> scale(given, scale).stream()).toList();
        double[] adjusted = SignedRanks.holm(raw.stream().mapToDouble(ScaleDifference::p).toArray());
        return IntStream.range(0, raw.size()).mapToObj(i -> {
            ScaleDifference one = raw.get(i);
            return new ScaleDifference(one.scale(), one.listeners(), one.meanA(), one.meanB(), one.difference(), one.interval(),
                    one.effect(), one.p(), adjusted[i]);
        }).toList();
    }

    private Optional<ScaleDifference> scale(List<List<Answer>> given, Aspect scale) {
        List<Means> means = given.stream().map(answers -> new Means(mean(answers, scale, Side.A), mean(answers, scale, Side.B)))
                .filter(both -> !Double.isNaN(both.a()) && !Double.isNaN(both.b())).toList();
        if (means.isEmpty()) {
            return Optional.empty();
        }
        double[] differences = means.stream().mapToDouble(both -> both.a() - both.b()).toArray();
        SignedRanks test = SignedRanks.of(Arrays.stream(differences).map(StudyAnalysis::clean).toArray(), WIDEST);
        return Optional.of(new ScaleDifference(scale, means.size(), means.stream().mapToDouble(Means::a).average().orElseThrow(),
                means.stream().mapToDouble(Means::b).average().orElseThrow(), test.median(), test.interval(), test.effect(), test.p(),
                test.p()));
    }

    /// Differences of means of whole numbers that are equal should be found equal.
    private static double clean(double difference) {
        return Math.rint(difference * 1e9) / 1e9;
    }

    /// NaN where nothing of the side was rated.
    private double mean(List<Answer> answers, Aspect scale, Side side) {
        DoubleStream points = answers.stream().filter(Answer.OfRating.class::isInstance).map(Answer.OfRating.class::cast)
                .filter(answer -> answer.ratings().containsKey(scale) && clips.get(answer.trial().clip()).side() == side)
                .mapToDouble(answer -> answer.ratings().get(scale));
        return points.average().orElse(Double.NaN);
    }
}
