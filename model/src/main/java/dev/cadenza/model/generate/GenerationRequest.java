package dev.cadenza.model.generate;

import dev.cadenza.model.latent.Lean;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// What music is wished for.
public sealed interface GenerationRequest {

    /// Length where none is asked for.
    int USUAL_BARS = 16;

    /// Longest music that is made, in bars.
    int MOST_BARS = 512;

    /// The key of music at a tick, as it states it; where it states none, the one its notes are likeliest in.
    static KeySignature keyAt(Score music, long tick) {
        return Primers.keyAt(music, tick);
    }

    /// The metre of music at a tick.
    static Meter meterAt(Score music, long tick) {
        return Primers.meterAt(music, tick);
    }

    /// The tick at which chords begin that are counted from the start of given music: that of its first bar, or of the one after where
    /// that is an upbeat.
    static long counted(Score music) {
        return Primers.counted(music, 0);
    }

    /// How tokens are chosen.
    SamplerSettings sampling();

    /// What is made certain.
    Constraints constraints();

    /// The key asked for.
    Optional<KeySignature> key();

    /// Seed of the first take; each further take has the next number.
    long seed();

    /// How many pieces, 1..1000.
    int takes();

    /// New music.
    ///
    /// @param bars length, 1..512; see [Start.TrainingWindow] for an exception
    /// @param meter where it is open, the one that is usual in the training data
    /// @param quartersPerMinute 10..400; where it is open, the model's usual tempo
    /// @param key where it is open, one of those in the training data is drawn
    /// @param instruments one a part, from the top; the last one serves all parts that follow; none: the usual ones
    record Compose(int bars, Optional<Meter> meter, OptionalDouble quartersPerMinute, Optional<KeySignature> key,
                   List<Instrument> instruments, Start start, SamplerSettings sampling, Constraints constraints,
                   long seed, int takes) implements GenerationRequest {
        public Compose {
            instruments = List.copyOf(instruments);
            checkBars(bars);
            checkTakes(takes);
            double tempo = quartersPerMinute.orElse(100);
            require("--tempo", tempo >= 10 && tempo <= 400, "must be between 10 and 400 quarter notes a minute, not " + tempo);
        }

        /// Sixteen bars, as the model likes them.
        public static Compose usual(long seed) {
            return new Compose(USUAL_BARS, Optional.empty(), OptionalDouble.empty(), Optional.empty(), List.of(),
                    new Start.Nothing(), SamplerSettings.usual(), Constraints.usual(), seed, 1);
        }
    }

    /// Music that goes on where a primer ends. The primer stays as it is, with its tempo, metre and instruments.
    ///
    /// @param bars whole bars to add, behind the bar in which the primer ends; 1..512
    /// @param key where it is open, that of the primer
    record Continue(Score primer, int bars, Optional<KeySignature> key, SamplerSettings sampling, Constraints constraints,
                    long seed, int takes) implements GenerationRequest {
        public Continue {
            checkBars(bars);
            checkTakes(takes);
        }

        /// Sixteen more bars, as the model likes them.
        public static Continue usual(Score primer, long seed) {
            return new Continue(primer, USUAL_BARS, Optional.empty(), SamplerSettings.usual(), Constraints.usual(), seed, 1);
        }
    }

    /// Tracks that join music, which stays as it is.
    ///
    /// @param given the music, in metres that the model knows
    /// @param tracks names of tracks of the model, as `Bass`, in any case; one at least
    /// @param key the key to keep to; where it is open, the keys of the music
    /// @param constraints with [Constraints#keepToKey] notes outside of the key go to the nearest one that the music has in that
    ///                    bar or its key holds, with [Constraints#keepToRange] they are moved to where instruments can play them,
    ///                    and with [Constraints#cadence] they rest with the music where it ends on its tonic; the others mean nothing
    record Accompany(Score given, List<String> tracks, Optional<KeySignature> key, Constraints constraints, long seed, int takes)
            implements GenerationRequest {
        public Accompany {
            tracks = List.copyOf(tracks);
            require("--tracks", !tracks.isEmpty(), "must name one track or more");
            checkTakes(takes);
        }

        @Override
        public SamplerSettings sampling() {
            return SamplerSettings.usual();
        }
    }

    /// Voices for those that are given, which stay exactly as they are.
    ///
    /// @param given the music; parts that are none of these voices are left out
    /// @param voices for each given voice (0 soprano, 1 alto, 2 tenor, 3 bass) the number of its part
    /// @param key where it is open, what the music states or, where it states none, what is likeliest
    record Harmonize(Score given, SortedMap<Integer, Integer> voices, Optional<KeySignature> key, SamplerSettings sampling,
                     Constraints constraints, long seed, int takes) implements GenerationRequest {
        public Harmonize {
            voices = Collections.unmodifiableSortedMap(new TreeMap<>(voices));
            require("--voice", !voices.isEmpty() && voices.size() < VOICES && voices.firstKey() >= 0 && voices.lastKey() < VOICES,
                    "must name one to three voices");
            checkTakes(takes);
        }

        /// How many voices there will be.
        static final int VOICES = 4;
    }

    /// Four voices with a region made anew; all else stays exactly as it is, notes that reach into the region or out of it
    /// among it.
    ///
    /// @param score of four parts with notes, from the top, each with one note at a time
    /// @param key as for [Harmonize]
    record Infill(Score score, Region region, Optional<KeySignature> key, SamplerSettings sampling, Constraints constraints,
                  long seed, int takes) implements GenerationRequest {
        public Infill {
            checkTakes(takes);
        }
    }

    /// Pieces on the way from one piece to another: one for each step, and one of all steps in a row. See [Interpolation].
    ///
    /// @param steps with both ends, 2..64
    /// @param reconstructed whether the ends are the model's reading of the two pieces, like all steps between; otherwise they are
    ///                      the pieces as they are
    /// @param quartersPerMinute 10..400; where it is open, it goes from the tempo of the one to that of the other
    /// @param instruments one a part; none: those of the first piece
    record Interpolate(Score from, Score to, int steps, boolean reconstructed, OptionalDouble quartersPerMinute,
                       List<Instrument> instruments, SamplerSettings sampling, long seed) implements GenerationRequest {
        public Interpolate {
            instruments = List.copyOf(instruments);
            require("--steps", steps >= 2 && steps <= 64, "must be between 2 and 64, not " + steps);
        }

        @Override
        public Constraints constraints() {
            return Constraints.none();
        }

        @Override
        public Optional<KeySignature> key() {
            return Optional.empty();
        }

        @Override
        public int takes() {
            return steps + 1;
        }
    }

    /// Other pieces of the same kind, as long as the given one.
    ///
    /// @param amount how far from the piece, 0..1: 0 is the piece itself, 1 a piece that has only its form in common with it
    /// @param lean where else all its points are moved
    /// @param quartersPerMinute 10..400; where it is open, that of the piece
    /// @param instruments one a part; none: those of the piece
    record Vary(Score piece, double amount, Lean lean, OptionalDouble quartersPerMinute, List<Instrument> instruments,
                SamplerSettings sampling, long seed, int takes) implements GenerationRequest {
        public Vary {
            instruments = List.copyOf(instruments);
            require("--amount", amount >= 0 && amount <= 1, "must be between 0 and 1, not " + amount);
            checkTakes(takes);
        }

        @Override
        public Constraints constraints() {
            return Constraints.none();
        }

        @Override
        public Optional<KeySignature> key() {
            return Optional.empty();
        }
    }

    private static void checkBars(int bars) {
        require("--bars", bars >= 1 && bars <= MOST_BARS, "must be between 1 and " + MOST_BARS + ", not " + bars);
    }

    private static void checkTakes(int takes) {
        require("--takes", takes >= 1 && takes <= 1000, "must be between 1 and 1000, not " + takes);
    }

    /// @throws RequestException naming the flag
    static void require(String flag, boolean holds, String cause) {
        if (!holds) {
            throw new RequestException(flag, "OUT_OF_RANGE", cause + ".", "");
        }
    }
}
