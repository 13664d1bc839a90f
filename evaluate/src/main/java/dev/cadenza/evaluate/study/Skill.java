package dev.cadenza.evaluate.study;

/// What a listener says about their training.
///
/// @param years of music lessons, 0..80
/// @param plays whether they play or sing at present
/// @param level what they call themselves, from 1 (no musician) to 5 (a professional one)
public record Skill(int years, boolean plays, int level) {

    /// Longest that one can state.
    public static final int MOST_YEARS = 80;

    /// Highest level that one can state.
    public static final int MOST_LEVEL = 5;

    private static final int YEARS_OF_THE_TRAINED = 6;
    private static final int YEARS_OF_NOVICES = 2;

    public Skill {
        if (years < 0 || years > MOST_YEARS) {
            throw new IllegalArgumentException("years of lessons are between 0 and " + MOST_YEARS + ", not " + years);
        }
        if (level < 1 || level > MOST_LEVEL) {
            throw new IllegalArgumentException("a level is between 1 and " + MOST_LEVEL + ", not " + level);
        }
    }

    /// How listeners are grouped in reports.
    public enum Group {
        /// Less than two years of lessons, and neither playing at present nor calling themselves more than beginners.
        NOVICE("novices"),
        /// In between.
        AMATEUR("amateurs"),
        /// Six years of lessons or more, as is usual in studies of musicians, and playing at present or calling themselves advanced;
        /// or professional.
        TRAINED("trained musicians");

        private final String plural;

        Group(String plural) {
            this.plural = plural;
        }

        /// Its members, as one speaks of them.
        public String plural() {
            return plural;
        }
    }

    /// The group that the answers put a listener into.
    public Group group() {
        if (level == MOST_LEVEL || years >= YEARS_OF_THE_TRAINED && (plays || level >= 4)) {
            return Group.TRAINED;
        }
        return years < YEARS_OF_NOVICES && !plays && level <= 2 ? Group.NOVICE : Group.AMATEUR;
    }
}
