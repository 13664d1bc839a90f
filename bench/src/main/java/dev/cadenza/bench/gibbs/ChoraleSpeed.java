package dev.cadenza.bench.gibbs;

import dev.cadenza.bench.model.Seconds;
import dev.cadenza.model.Models;
import java.nio.file.Path;

/// Seconds for a chorale of 16 bars as `compose` makes it, on all processors, see [Seconds].
///
/// `ChoraleSpeed MODEL [RUNS]`
public final class ChoraleSpeed {

    private static final int BARS = 16;

    private ChoraleSpeed() {
    }

    public static void main(String[] args) {
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        System.out.println(Seconds.ofComposing(Models.load(Path.of(args[0])), BARS, runs));
    }
}
