package dev.cadenza.evaluate;

import java.util.function.ToDoubleFunction;

/// One number about one piece of music. Metrics describe; hardly any is better the higher it is. What is usual is told by the
/// same number over human music.
///
/// An open point: a metric is added to the list of its package, see CONTRIBUTING.
public interface Metric {

    /// Unique, in lower case with underscores, as its paper or its library calls it: `pitch_class_entropy`.
    String name();

    /// What it is about.
    Aspect aspect();

    /// `bits`, `semitones`, `notes a bar`, `%`; `share` for 0..1; empty for a pure number.
    String unit();

    /// Where its definition comes from, in a few words: `MusPy (Dong et al. 2020)`.
    String source();

    /// What it says, in one sentence that a musician understands, without "higher is better".
    String meaning();

    /// The number. NaN where it does not apply: a melody metric of a piece for drums, for instance.
    double of(Hearing hearing);

    /// A metric from its parts.
    static Metric of(String name, Aspect aspect, String unit, String source, String meaning, ToDoubleFunction<Hearing> value) {
        return new Measure(name, aspect, unit, source, meaning, value);
    }
}
