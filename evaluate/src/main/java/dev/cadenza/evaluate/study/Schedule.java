package dev.cadenza.evaluate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What each listener hears, and in which order.
///
/// Pairs are dealt like cards: one endless row of pairs goes through the clips of both sides again and again, in an order drawn
/// once, each time with other partners; every listener takes the next few of it. So all clips are heard equally often, but for
/// one, no listener hears a clip twice with the same question, and in time everything meets everything. Single clips likewise.
///
/// The questions come in blocks, whose order and the order within which are drawn for each listener; side A is on the left half of
/// the time. Attention checks come between, none first.
public final class Schedule {

    /// What choosing takes, beside hearing both clips.
    private static final double SECONDS_TO_CHOOSE = 8;
    /// What rating takes on each scale, beside hearing the clip.
    private static final double SECONDS_TO_RATE = 5;

    private static final int RATED = 101;
    private static final int ORDER = 102;

    private final StudyDesign design;
    private final List<String> a;
    private final List<String> b;
    private final int pairs;
    private final int ratings;

    private Schedule(StudyDesign design) {
        this.design = design;
        this.a = design.of(Side.A).stream().map(Clip::key).toList();
        this.b = design.of(Side.B).stream().map(Clip::key).toList();
        int most = Math.min(a.size(), b.size());
        double forChecks = design.checks().size() * secondsOfAPair();
        double seconds = Math.max(0, design.minutes() * 60.0 - forChecks);
        double forPairs = design.questions().isEmpty() ? 0 : design.scales().isEmpty() ? seconds : seconds / 2;
        int wanted = design.questions().isEmpty() ? 0 : (int) (forPairs / (secondsOfAPair() * design.questions().size()));
        this.pairs = design.questions().isEmpty() ? 0 : Math.clamp(wanted, 1, most);
        double rest = seconds - pairs * secondsOfAPair() * design.questions().size();
        this.ratings = design.scales().isEmpty() ? 0 : Math.clamp((int) (rest / (2 * secondsOfARating())), 1, most);
    }

    private double secondsOfAPair() {
        return 2 * design.secondsOfAClip() + SECONDS_TO_CHOOSE;
    }

    private double secondsOfARating() {
        return design.secondsOfAClip() + SECONDS_TO_RATE * design.scales().size();
    }

    /// The trials of a listener, in their order; equal for equal designs and numbers.
    ///
    /// @param listenerNumber from 0
    public static List<Trial> of(StudyDesign design, int listenerNumber) {
        if (listenerNumber < 0) {
            throw new IllegalArgumentException("listeners are counted from 0");
        }
        return new Schedule(design).trials(listenerNumber);
    }

    /// How many trials each listener has.
    public static int length(StudyDesign design) {
        Schedule schedule = new Schedule(design);
        return schedule.pairs * design.questions().size() + 2 * schedule.ratings + design.checks().size();
    }

    /// About how long a session takes, at least 1; less than asked for where there are few clips.
    public static int minutes(StudyDesign design) {
        Schedule schedule = new Schedule(design);
        double seconds = (schedule.pairs * design.questions().size() + design.checks().size()) * schedule.secondsOfAPair()
                + 2 * schedule.ratings * (design.scales().isEmpty() ? 0 : schedule.secondsOfARating());
        return Math.max(1, (int) Math.rint(seconds / 60));
    }

    private List<Trial> trials(int listener) {
        RandomGenerator random = Draws.random(design.seed(), ORDER, listener);
        List<List<Trial>> blocks = new ArrayList<>();
        for (Question question : design.questions()) {
            blocks.add(pairs(question, listener, random));
        }
        if (ratings > 0) {
            blocks.add(ratings(listener, random));
        }
        List<Trial> trials = new ArrayList<>(Draws.shuffled(blocks, random).stream().flatMap(List::stream).toList());
        addChecks(trials, random);
        return IntStream.range(0, trials.size()).mapToObj(i -> numbered(trials.get(i), i + 1)).toList();
    }

    private List<Trial> pairs(Question question, int listener, RandomGenerator random) {
        List<String> left = row(a, 2 * question.ordinal() + 1);
        List<String> right = row(b, 2 * question.ordinal() + 2);
        long round = leastCommonMultiple(a.size(), b.size());
        List<Trial> dealt = new ArrayList<>();
        // Half of the time A is on the left; where their number is odd, listeners take turns.
        int leftOnes = (pairs + (listener + question.ordinal()) % 2) / 2;
        List<Boolean> sides = Draws.shuffled(IntStream.range(0, pairs).mapToObj(i -> i < leftOnes).toList(), random);
        for (int i = 0; i < pairs; i++) {
            long place = (long) listener * pairs + i;
            String one = left.get((int) (place % a.size()));
            // Another partner in each round. A listener across the border of two skips one clip, and hears none twice.
            String other = right.get((int) ((place + place / round) % b.size()));
            dealt.add(sides.get(i) ? new Trial.Pair(0, question, one, other) : new Trial.Pair(0, question, other, one));
        }
        return Draws.shuffled(dealt, random);
    }

    private List<Trial> ratings(int listener, RandomGenerator random) {
        List<Trial> dealt = Stream.of(row(a, RATED), row(b, RATED + 1)).flatMap(row ->
                IntStream.range(0, ratings).mapToObj(i -> row.get((int) (((long) listener * ratings + i) % row.size()))))
                .<Trial>map(key -> new Trial.Rating(0, key, design.scales())).toList();
        return Draws.shuffled(dealt, random);
    }

    /// Spreads them over the session: each at random in its share of it.
    private void addChecks(List<Trial> trials, RandomGenerator random) {
        List<StudyDesign.AttentionCheck> checks = Draws.shuffled(design.checks(), random);
        int others = trials.size();
        for (int i = checks.size() - 1; i >= 0; i--) {
            int from = Math.max(1, i * others / checks.size());
            int to = Math.max(from, (i + 1) * others / checks.size() - 1);
            StudyDesign.AttentionCheck check = checks.get(i);
            boolean left = random.nextBoolean();
            trials.add(from + random.nextInt(to - from + 1), new Trial.Check(0, left ? check.random() : check.real(),
                    left ? check.real() : check.random(), left ? Choice.LEFT : Choice.RIGHT));
        }
    }

    private static Trial numbered(Trial trial, int id) {
        return switch (trial) {
            case Trial.Pair(_, Question question, String left, String right) -> new Trial.Pair(id, question, left, right);
            case Trial.Rating(_, String clip, var scales) -> new Trial.Rating(id, clip, scales);
            case Trial.Check(_, String left, String right, Choice correct) -> new Trial.Check(id, left, right, correct);
        };
    }

    private List<String> row(List<String> keys, int purpose) {
        return Draws.shuffled(keys, Draws.random(design.seed(), purpose));
    }

    private static long leastCommonMultiple(int one, int other) {
        int a = one;
        int b = other;
        while (b != 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return (long) one / a * other;
    }
}
