package dev.cadenza.bench.gibbs;

import dev.cadenza.model.Models;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Seconds for a chorale of 16 bars as `compose` makes it, on all processors: the first one, which finds everything cold, and the
/// median of those that follow. Beside them the seconds that processors worked, which another program's load changes less.
///
/// `ChoraleSpeed MODEL [RUNS]`
public final class ChoraleSpeed {

    private static final int BARS = 16;

    private ChoraleSpeed() {
    }

    public static void main(String[] args) {
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        MusicModel model = Models.load(Path.of(args[0]));
        double[] seconds = new double[runs];
        double[] worked = new double[runs];
        for (int run = 0; run < runs; run++) {
            long begun = System.nanoTime();
            long workedBefore = worked();
            Composer.compose(model, new GenerationRequest.Compose(BARS, Optional.empty(), OptionalDouble.empty(), Optional.empty(), List.of(),
                    new Start.Nothing(), SamplerSettings.usual(), Constraints.usual(), run + 1, 1));
            seconds[run] = (System.nanoTime() - begun) / 1e9;
            worked[run] = (worked() - workedBefore) / 1e9;
        }
        System.out.printf(Locale.ROOT, "%d processors; first %.2f s (processors %.2f s), then median %.2f s (processors %.2f s)%n",
                Runtime.getRuntime().availableProcessors(), seconds[0], worked[0], median(seconds), median(worked));
    }

    private static long worked() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /// Of all but the first.
    private static double median(double[] values) {
        double[] later = Arrays.stream(values).skip(1).sorted().toArray();
        return later[later.length / 2];
    }
}
