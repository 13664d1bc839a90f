package dev.cadenza.evaluate.study;

import dev.cadenza.evaluate.Aspect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Listeners who are not there: of known skill and taste, to try out a study before anybody is asked, and to see whether the
/// statistics find what was put in. Nothing about people can be learnt from them.
///
/// Each has an accuracy and a taste of their own around the mean of all.
///
/// @param accuracy mean chance to tell which of two was composed by a person, 0..1; 0.5 is guessing
/// @param accuracySpread standard deviation of it between listeners
/// @param prefersA mean chance that side A is preferred, 0..1
/// @param preferenceSpread standard deviation of it between listeners
/// @param shift mean points by which side A is rated higher on every scale; below 0 lower
/// @param shiftSpread standard deviation of it between listeners
/// @param ratingNoise standard deviation of one rating, in points
/// @param inattentive share of listeners who answer everything by chance, 0..1
public record SimulatedListeners(double accuracy, double accuracySpread, double prefersA, double preferenceSpread, double shift,
        double shiftSpread, double ratingNoise, double inattentive) {

    private static final double MIDDLE = (StudyDesign.POINTS + 1) / 2.0;
    private static final double MANNER_SPREAD = 0.7;
    private static final double HARD_OF_HEARING = 0.02;

    public SimulatedListeners {
        for (double chance : new double[] {accuracy, prefersA, inattentive}) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance lies between 0 and 1, not at " + chance);
            }
        }
    }

    /// Such as one might meet: somewhat better than guessing, with a weak taste for side B, one in twenty not listening.
    public static SimulatedListeners plausible() {
        return new SimulatedListeners(0.62, 0.08, 0.43, 0.1, -0.4, 0.4, 1.2, 0.05);
    }

    /// Lets listeners take the study from the first question to the last.
    public StudyAnswers take(StudyDesign design, int listeners, RandomGenerator random) {
        List<Listener> all = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        Map<String, Clip> clips = design.byKey();
        for (int number = 0; number < listeners; number++) {
            Listener listener = new Listener(number, "simulated-" + number,
                    new Skill(random.nextInt(12), random.nextBoolean(), 1 + random.nextInt(Skill.MOST_LEVEL)));
            all.add(listener);
            One one = new One(listener.id(), random, clips);
            Schedule.of(design, number).forEach(trial -> answers.add(one.answer(trial)));
        }
        return new StudyAnswers(all, answers);
    }

    private static double chance(double mean, double spread, RandomGenerator random) {
        return Math.clamp(mean + spread * random.nextGaussian(), 0, 1);
    }

    /// One of them.
    private final class One {
        private final String id;
        private final RandomGenerator random;
        private final Map<String, Clip> clips;
        private final boolean attentive;
        private final double tellsApart;
        private final double likesA;
        private final double manner;
        private final double ownShift;

        One(String id, RandomGenerator random, Map<String, Clip> clips) {
            this.id = id;
            this.random = random;
            this.clips = clips;
            this.attentive = random.nextDouble() >= inattentive;
            this.tellsApart = chance(accuracy, accuracySpread, random);
            this.likesA = chance(prefersA, preferenceSpread, random);
            this.manner = MIDDLE + MANNER_SPREAD * random.nextGaussian();
            this.ownShift = shift + shiftSpread * random.nextGaussian();
        }

        Answer answer(Trial trial) {
            return switch (trial) {
                case Trial.Pair pair -> new Answer.OfPair(id, pair, pair(pair), 0);
                case Trial.Rating rating -> new Answer.OfRating(id, rating, ratings(rating), 0);
                case Trial.Check check -> new Answer.OfCheck(id, check,
                        with(attentive ? 1 - HARD_OF_HEARING : 0.5) ? check.correct() : check.correct().other(), 0);
            };
        }

        private boolean with(double chance) {
            return random.nextDouble() < chance;
        }

        private Choice pair(Trial.Pair pair) {
            double choosesA = !attentive ? 0.5 : pair.question() == Question.PREFER ? likesA : 1 - tellsApart;
            Choice a = clips.get(pair.left()).side() == Side.A ? Choice.LEFT : Choice.RIGHT;
            return with(choosesA) ? a : a.other();
        }

        private Map<Aspect, Integer> ratings(Trial.Rating rating) {
            Map<Aspect, Integer> points = new EnumMap<>(Aspect.class);
            double mean = manner + (clips.get(rating.clip()).side() == Side.A ? ownShift / 2 : -ownShift / 2);
            for (Aspect scale : rating.scales()) {
                points.put(scale, attentive ? (int) Math.clamp(Math.rint(mean + ratingNoise * random.nextGaussian()), 1, StudyDesign.POINTS)
                        : 1 + random.nextInt(StudyDesign.POINTS));
            }
            return points;
        }
    }
}
