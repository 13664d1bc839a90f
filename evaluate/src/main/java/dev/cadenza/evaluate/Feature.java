package dev.cadenza.evaluate;

/// Several numbers about one piece of music, a histogram or a matrix, for comparing sets of pieces by the distances between
/// their members.
public interface Feature {

    /// Unique, in lower case with underscores.
    String name();

    /// What it is about.
    Aspect aspect();

    /// Where its definition comes from, in a few words.
    String source();

    /// What it says, in one sentence that a musician understands.
    String meaning();

    /// The numbers, always as many; a matrix row by row.
    double[] of(Hearing hearing);
}
