package dev.cadenza.score;

/// What is written at notes, or over a stretch of a part, and says how to play it.
///
/// Marks name a tick and, where they belong to single notes, the voice these are written in; they hold for every note of
/// that voice which begins at that tick.
public sealed interface Mark {

    /// When it begins, in ticks of the score.
    long tick();

    /// A sign at a note.
    ///
    /// @param voice the voice of the note, 1 for the first
    record Articulation(long tick, int voice, Sign sign) implements Mark {
        public Articulation {
            Checks.tick(tick);
            Checks.fromOne("voice", voice);
        }
    }

    /// Signs at notes, by the names musicians give them.
    enum Sign {
        STACCATO, STACCATISSIMO, TENUTO, PORTATO, ACCENT, MARCATO,
        FERMATA, BREATH, CAESURA,
        TRILL, MORDENT, INVERTED_MORDENT, TURN, INVERTED_TURN, TREMOLO, ARPEGGIO,
        UP_BOW, DOWN_BOW, HARMONIC, OPEN_STRING, PLUCKED
    }

    /// A fingering at a note.
    ///
    /// @param voice the voice of the note, 1 for the first
    /// @param finger 0 (thumb of strings, or none) .. 5
    record Fingering(long tick, int voice, int finger) implements Mark {
        public Fingering {
            Checks.tick(tick);
            Checks.fromOne("voice", voice);
            if (finger < 0 || finger > 5) {
                throw new IllegalArgumentException("a finger must be between 0 and 5, not " + finger);
            }
        }
    }

    /// How loud the part is from here on, or, for the last five, at this moment.
    record Dynamic(long tick, Level level) implements Mark {
        public Dynamic {
            Checks.tick(tick);
        }
    }

    /// Loudness as it is written.
    enum Level { PPPPP, PPPP, PPP, PP, P, MP, MF, F, FF, FFF, FFFF, FFFFF, FP, SF, SFZ, FZ, RFZ }

    /// Getting louder or softer.
    ///
    /// @param end where it ends, at or after its tick
    record Hairpin(long tick, long end, boolean louder) implements Mark {
        public Hairpin {
            Checks.span(tick, end);
        }
    }

    /// A slur from the note at its tick to the note at its end.
    ///
    /// @param voice the voice it begins in, 1 for the first
    /// @param end onset of its last note, at or after its tick
    record Slur(long tick, int voice, long end) implements Mark {
        public Slur {
            Checks.span(tick, end);
            Checks.fromOne("voice", voice);
        }
    }

    /// Words about playing: *dolce*, *rit.*, *pizz.*
    record Words(long tick, String text) implements Mark {
        public Words {
            Checks.tick(tick);
        }
    }
}
