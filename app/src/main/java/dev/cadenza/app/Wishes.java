package dev.cadenza.app;

import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.Region;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import dev.cadenza.model.latent.Lean;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.Key;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How music shall be, wherever it starts from. What is left open is as the model usually does it.
///
/// @param bars length in bars, or of what is added; 1..512
/// @param tempo quarter notes a minute, 10..400
/// @param instruments one a part, from the top; the last one serves all parts that follow
/// @param limits what every single note keeps to
/// @param seed equal seeds make equal music; takes have the numbers from here on
/// @param takes how many pieces, 1..1000
public record Wishes(int bars, OptionalDouble tempo, Optional<KeySignature> key, Optional<Meter> meter,
        List<Instrument> instruments, SamplerSettings sampling, Limits limits, long seed, int takes) {

    public Wishes {
        instruments = List.copyOf(instruments);
        // A progression is written in bars: without a metre they are common time.
        meter = meter.isEmpty() && limits.chords().isPresent() ? Optional.of(Meter.common()) : meter;
        key = key.or(limits::key);
        compose(bars, tempo, key, meter, instruments, new Start.Nothing(), sampling, Constraints.usual(), seed, takes);
    }

    /// Without limits on single notes.
    public Wishes(int bars, OptionalDouble tempo, Optional<KeySignature> key, Optional<Meter> meter, List<Instrument> instruments,
            SamplerSettings sampling, long seed, int takes) {
        this(bars, tempo, key, meter, instruments, sampling, Limits.NONE, seed, takes);
    }

    /// Nothing asked for but a seed.
    public static Wishes usual(long seed) {
        return new Wishes(GenerationRequest.USUAL_BARS, OptionalDouble.empty(), Optional.empty(), Optional.empty(), List.of(),
                SamplerSettings.usual(), seed, 1);
    }

    /// The key written as `G`, `Bb major`, `F# minor`, `Am`; a small letter alone is minor.
    ///
    /// @param flag the flag it came from, for the error
    public static KeySignature key(String flag, String written) {
        try {
            return Key.parse(written).signature(0);
        } catch (RequestException e) {
            throw new RequestException(flag, e.code(), "'" + written + "' is not a key.",
                    "Write it as G, Bb major, 'F# minor' or Am; at most seven sharps or flats.");
        }
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

    /// New music: takes `from` up to, not including, `to`.
    GenerationRequest.Compose compose(Start start, int from, int to) {
        Constraints constraints = switch (start) {
            case Start.Nothing _, Start.Leaning _ -> limits.on(Constraints.usual(), meter.orElse(Meter.common()));
            // What goes on from the training data shows the model as it is.
            case Start.TrainingWindow window -> Constraints.none();
        };
        return compose(bars, tempo, key, meter, instruments, start, sampling, constraints, seed + from, to - from);
    }

    /// The music goes on: takes `from` up to, not including, `to`.
    GenerationRequest.Continue goOn(Score primer, int from, int to) {
        return new GenerationRequest.Continue(primer, bars, key, sampling, rules(primer, primer.end(), false), seed + from, to - from);
    }

    /// Tracks that join music: takes `from` up to, not including, `to`. Length, tempo and metre are those of the music.
    GenerationRequest.Accompany join(Score given, Origin.Joined origin, int from, int to) {
        return new GenerationRequest.Accompany(given, origin.tracks(), key, origin.asMade() ? Constraints.none() : Constraints.usual(),
                seed + from, to - from);
    }

    /// Variations of a piece: takes `from` up to, not including, `to`. Length and metre are those of the piece.
    GenerationRequest.Vary vary(Score piece, double amount, Lean lean, int from, int to) {
        return new GenerationRequest.Vary(piece, amount, lean, tempo, instruments, sampling, seed + from, to - from);
    }

    /// What lies between two pieces.
    GenerationRequest.Interpolate between(Score first, Score last, Origin.Between origin) {
        return new GenerationRequest.Interpolate(first, last, origin.steps(), origin.reconstructed(), tempo, instruments, sampling, seed);
    }

    /// Wishes for what is made between given notes, which settle length, tempo and metre.
    public static Wishes amid(Optional<KeySignature> key, SamplerSettings sampling, Limits limits, long seed, int takes) {
        return new Wishes(GenerationRequest.USUAL_BARS, OptionalDouble.empty(), key, Optional.empty(), List.of(), sampling, limits, seed, takes);
    }

    /// Voices for given ones: takes `from` up to, not including, `to`.
    GenerationRequest.Harmonize voices(Score given, Origin.Voiced origin, int from, int to) {
        return new GenerationRequest.Harmonize(given, origin.given(given), key, sampling,
                rules(given, GenerationRequest.counted(given), origin.asMade()), seed + from, to - from);
    }

    /// A region made anew: takes `from` up to, not including, `to`.
    GenerationRequest.Infill fill(Score given, Origin.Filled origin, int from, int to) {
        Region region = origin.region(given);
        return new GenerationRequest.Infill(given, region, key, sampling, rules(given, region.counted(given), origin.asMade()), seed + from,
                to - from);
    }

    /// @param begins tick from which chords are counted
    private Constraints rules(Score given, long begins, boolean asMade) {
        return limits.within(given, begins).on(asMade ? Constraints.none() : Constraints.usual(), GenerationRequest.meterAt(given, begins));
    }

    private static GenerationRequest.Compose compose(int bars, OptionalDouble tempo, Optional<KeySignature> key, Optional<Meter> meter,
            List<Instrument> instruments, Start start, SamplerSettings sampling, Constraints constraints, long seed, int takes) {
        return new GenerationRequest.Compose(bars, meter, tempo, key, instruments, start, sampling, constraints, seed, takes);
    }
}
