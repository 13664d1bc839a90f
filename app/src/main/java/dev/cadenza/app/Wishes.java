package dev.cadenza.app;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How music shall be. What is left open is as the model usually does it.
///
/// @param bars length in bars, 1..512
/// @param tempo quarter notes a minute, 10..400
/// @param instruments one a part, from the top; the last one serves all parts that follow
/// @param temperature 0.01..5: below 1 more predictable, above 1 more daring
/// @param topK only the likeliest tokens count; 0 for all
/// @param topP only the likeliest tokens that together have this probability count, above 0 up to 1
/// @param minP tokens less likely than this share of the likeliest do not count, 0 up to, not including, 1
/// @param seed equal seeds make equal music
/// @param takes how many pieces, 1..1000; the seeds of the takes follow from `seed`
public record Wishes(OptionalInt bars, OptionalDouble tempo, Optional<KeySignature> key, Optional<Meter> meter,
        List<Instrument> instruments, OptionalDouble temperature, OptionalInt topK, OptionalDouble topP, OptionalDouble minP,
        long seed, int takes) {

    private static final int MOST_BARS = 512;
    private static final int MOST_TAKES = 1000;

    public Wishes {
        instruments = List.copyOf(instruments);
        require("--bars", bars.orElse(1) >= 1 && bars.orElse(1) <= MOST_BARS, "must be between 1 and " + MOST_BARS + " bars");
        require("--tempo", tempo.orElse(100) >= 10 && tempo.orElse(100) <= 400, "must be between 10 and 400 quarter notes a minute");
        require("--temperature", temperature.orElse(1) >= 0.01 && temperature.orElse(1) <= 5, "must be between 0.01 and 5");
        require("--top-k", topK.orElse(0) >= 0, "must be 0 (for all) or more");
        require("--top-p", topP.orElse(1) > 0 && topP.orElse(1) <= 1, "must be above 0 and at most 1");
        require("--min-p", minP.orElse(0) >= 0 && minP.orElse(0) < 1, "must be at least 0 and below 1");
        require("--takes", takes >= 1 && takes <= MOST_TAKES, "must be between 1 and " + MOST_TAKES);
    }

    private static void require(String flag, boolean holds, String what) {
        if (!holds) {
            throw new RequestException(flag, "OUT_OF_RANGE", what + ".", "");
        }
    }

    /// Nothing asked for but a seed.
    public static Wishes none(long seed) {
        return new Wishes(OptionalInt.empty(), OptionalDouble.empty(), Optional.empty(), Optional.empty(), List.of(),
                OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), seed, 1);
    }

    /// The metre written as `3/4`.
    ///
    /// @param flag the flag it came from, for the error
    public static Meter meter(String flag, String written) {
        String[] halves = written.strip().split("/", -1);
        try {
            if (halves.length != 2) {
                throw new IllegalArgumentException();
            }
            return new Meter(0, Integer.parseInt(halves[0].strip()), Integer.parseInt(halves[1].strip()));
        } catch (IllegalArgumentException e) {
            throw new RequestException(flag, "METER_UNKNOWN", "'" + written + "' is not a metre.", "Write it as 4/4, 3/4 or 6/8.");
        }
    }
}
