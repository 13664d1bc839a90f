package dev.cadenza.model.latent;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.TokenSequence;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// What one can ask to have more or less of. All but the density are measured in the highest voice.
///
/// Sources: jSymbolic 2.2 (McKay et al. 2018) for density, range and height; MusicVAE (Roberts et al. 2018) for leaps and
/// syncopation. `docs/reference/attributes.md` states each definition in full.
public enum Attribute {
    /// Notes that begin in a quarter note, of all voices.
    DENSITY {
        @Override
        double of(Line line) {
            return line.all() / line.quarters();
        }
    },
    /// Mean size of the intervals between successive notes, semitones.
    LEAPS {
        @Override
        double of(Line line) {
            int semitones = 0;
            for (int i = 1; i < line.count(); i++) {
                semitones += Math.abs(line.pitches()[i] - line.pitches()[i - 1]);
            }
            return semitones / (line.count() - 1.0);
        }
    },
    /// Semitones from the lowest note to the highest.
    RANGE {
        @Override
        double of(Line line) {
            return Arrays.stream(line.pitches()).max().orElseThrow() - Arrays.stream(line.pitches()).min().orElseThrow();
        }
    },
    /// The mean of all notes as MIDI numbers.
    HEIGHT {
        @Override
        double of(Line line) {
            return Arrays.stream(line.pitches()).average().orElseThrow();
        }
    },
    /// Share of the notes that begin off the beat with nothing on it: on an even sixteenth where no note begins on the sixteenth
    /// before, or on an even eighth where none begins on the eighth before.
    SYNCOPATION {
        @Override
        double of(Line line) {
            int off = 0;
            for (int start : line.starts()) {
                off += line.off(start, line.stepsPerQuarter() / 4) || line.off(start, line.stepsPerQuarter() / 2) ? 1 : 0;
            }
            return off / (double) line.count();
        }
    },
    /// Share of the moves from one note to the next (interval and time between them) that have come before.
    REPETITION {
        @Override
        double of(Line line) {
            Set<List<Integer>> known = new HashSet<>();
            for (int i = 1; i < line.count(); i++) {
                known.add(List.of(line.pitches()[i] - line.pitches()[i - 1], line.starts()[i] - line.starts()[i - 1]));
            }
            return 1 - known.size() / (line.count() - 1.0);
        }
    };

    /// Of fewer notes little can be said.
    private static final int LEAST_NOTES = 3;

    abstract double of(Line line);

    /// How much of it an excerpt has; empty where it has fewer than three notes in its highest voice.
    public OptionalDouble of(TokenSequence excerpt, GridTokenizer tokenizer) {
        Line line = Line.of(excerpt, tokenizer);
        return line.count() < LEAST_NOTES ? OptionalDouble.empty() : OptionalDouble.of(of(line));
    }

    /// The name as one writes it: `density`.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The attribute of that name, in any case.
    public static Optional<Attribute> ofName(String name) {
        return Arrays.stream(values()).filter(attribute -> attribute.written().equals(name.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    /// All names, for a sentence.
    public static String names() {
        return Arrays.stream(values()).map(Attribute::written).collect(Collectors.joining(", "));
    }

    /// The notes of the highest voice.
    ///
    /// @param starts steps at which they begin
    /// @param all notes of all voices
    record Line(int[] pitches, int[] starts, int all, double quarters, int stepsPerQuarter, Set<Integer> begun) {

        static Line of(TokenSequence excerpt, GridTokenizer tokenizer) {
            int[] pitches = new int[excerpt.steps()];
            int[] starts = new int[excerpt.steps()];
            int count = 0;
            int sounding = -1;
            for (int step = 0; step < excerpt.steps(); step++) {
                int token = excerpt.token(step, 0);
                boolean begins = tokenizer.begins(token, sounding);
                sounding = tokenizer.sounding(token, sounding);
                if (begins && sounding >= 0) {
                    pitches[count] = sounding;
                    starts[count++] = step;
                }
            }
            int[] begun = Arrays.copyOf(starts, count);
            return new Line(Arrays.copyOf(pitches, count), begun, tokenizer.notes(excerpt), tokenizer.quarters(excerpt),
                    tokenizer.stepsPerQuarter(), Arrays.stream(begun).boxed().collect(Collectors.toSet()));
        }

        int count() {
            return starts.length;
        }

        /// Whether a note begins on the second of two units with none on the first.
        boolean off(int start, int unit) {
            return unit > 0 && start % (2 * unit) == unit && !begun.contains(start - unit);
        }
    }
}
