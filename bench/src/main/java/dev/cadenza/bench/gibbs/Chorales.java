package dev.cadenza.bench.gibbs;

import dev.cadenza.model.Models;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import dev.cadenza.model.generate.Take;
import dev.cadenza.score.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Makes chorales of 16 bars for [ChoraleTable], seeds from 1 on, one MIDI file each: at temperature 1 without any limit, or as
/// `compose` makes them. Those that are there already are kept.
///
/// `Chorales MODEL OUT TAKES free|composed`
public final class Chorales {

    private static final int BARS = 16;

    private Chorales() {
    }

    public static void main(String[] args) throws IOException {
        MusicModel model = Models.load(Path.of(args[0]));
        Path out = Files.createDirectories(Path.of(args[1]));
        boolean free = args[3].equals("free");
        SamplerSettings sampling = free ? new SamplerSettings(1, 0, 1, 0) : SamplerSettings.usual();
        Constraints constraints = free ? Constraints.none() : Constraints.usual();
        long begun = System.nanoTime();
        List<Boolean> again = IntStream.rangeClosed(1, Integer.parseInt(args[2])).parallel()
                .filter(seed -> !Files.exists(file(out, seed))).mapToObj(seed -> {
                    Take take = Composer.compose(model, new GenerationRequest.Compose(BARS, Optional.empty(), OptionalDouble.empty(), Optional.empty(),
                            List.of(), new Start.Nothing(), sampling, constraints, seed, 1), 1).getFirst();
                    MidiWriter.write(take.score(), file(out, seed));
                    return take.seed() != seed;
                }).toList();
        System.out.printf(Locale.ROOT, "%d chorales in %.0f s on %d processors; %d of them begun anew since they were degenerate%n", again.size(),
                (System.nanoTime() - begun) / 1e9, Runtime.getRuntime().availableProcessors(), again.stream().filter(one -> one).count());
    }

    private static Path file(Path out, int seed) {
        return out.resolve(String.format(Locale.ROOT, "%04d.mid", seed));
    }
}
