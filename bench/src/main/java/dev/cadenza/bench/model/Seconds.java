package dev.cadenza.bench.model;

import dev.cadenza.model.MusicModel;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.Constraints;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.model.generate.Start;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;

/// Seconds that some work takes, again and again: the first time, which finds everything cold, and the median of those that
/// follow. Beside them the seconds that processors worked, which another program's load changes less.
///
/// @param elapsed of each run
/// @param worked by all processors in each run
public record Seconds(double[] elapsed, double[] worked) {

    /// @param runs 2 or more
    /// @param work given the number of the run, from 0
    public static Seconds of(int runs, IntConsumer work) {
        double[] elapsed = new double[runs];
        double[] worked = new double[runs];
        for (int run = 0; run < runs; run++) {
            long begun = System.nanoTime();
            long before = processorNanos();
            work.accept(run);
            elapsed[run] = (System.nanoTime() - begun) / 1e9;
            worked[run] = (processorNanos() - before) / 1e9;
        }
        return new Seconds(elapsed, worked);
    }

    /// Of a piece as `compose` makes it where it is told its bars alone.
    public static Seconds ofComposing(MusicModel model, int bars, int runs) {
        return of(runs, run -> Composer.compose(model, new GenerationRequest.Compose(bars, Optional.empty(), OptionalDouble.empty(),
                Optional.empty(), List.of(), new Start.Nothing(), SamplerSettings.usual(), Constraints.usual(), run + 1, 1)));
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d processors; first %.3f s (processors %.3f s), then median %.3f s (processors %.3f s)",
                Runtime.getRuntime().availableProcessors(), elapsed[0], worked[0], median(elapsed), median(worked));
    }

    /// Of all but the first.
    private static double median(double[] values) {
        double[] later = Arrays.stream(values).skip(1).sorted().toArray();
        return later[later.length / 2];
    }
}
