package dev.cadenza.model.generate;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What music is wished for.
public sealed interface GenerationRequest {

    /// Length where none is asked for.
    int USUAL_BARS = 16;

    /// Longest music that is made, in bars.
    int MOST_BARS = 512;

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
    ///                    bar or its key holds, with [Constraints#keepToRange] they are moved to where instruments can play them;
    ///                    the others mean nothing here
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
