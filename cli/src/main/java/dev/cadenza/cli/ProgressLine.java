package dev.cadenza.cli;

import java.io.PrintStream;
import java.util.Locale;

/// Progress on the error stream: on a terminal one line that is rewritten, with the time left; elsewhere nothing but
/// notices, so that logs stay short.
final class ProgressLine {

    private static final int BAR = 24;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream err;
    private final boolean lively;
    private String what = "";
    private long startNanos;
    private long startDone;
    private long drawnNanos;
    private int drawnLength;

    ProgressLine(PrintStream err, boolean lively) {
        this.err = err;
        this.lively = lively;
    }

    /// Shows that `done` of `total` is done, with an estimate of the time left.
    void show(String now, long done, long total, long nanos) {
        if (!now.equals(what)) {
            what = now;
            startNanos = nanos;
            startDone = done;
            drawnNanos = 0;
        }
        show(now, done, total, left(done, total, nanos), nanos);
    }

    /// Shows that `done` of `total` is done.
    ///
    /// @param secondsLeft as known elsewhere; NaN where unknown
    void show(String now, long done, long total, double secondsLeft, long nanos) {
        if (!lively || drawnNanos != 0 && nanos - drawnNanos < REDRAW_NANOS && done < total) {
            return;
        }
        drawnNanos = nanos;
        draw(line(now, done, total, secondsLeft));
    }

    private double left(long done, long total, long nanos) {
        return done <= startDone ? Double.NaN : (nanos - startNanos) / 1e9 / (done - startDone) * (total - done);
    }

    /// The line for a state of affairs.
    ///
    /// @param secondsLeft estimated; NaN where unknown
    static String line(String what, long done, long total, double secondsLeft) {
        int full = (int) (BAR * Math.clamp(done / (double) total, 0, 1));
        String left = Double.isNaN(secondsLeft) ? "" : "  " + duration(secondsLeft) + " left";
        return what + " [" + "#".repeat(full) + ".".repeat(BAR - full) + "] "
                + String.format(Locale.ROOT, "%3d %%", 100 * done / total) + left;
    }

    /// A length of time for a person: `3 s`, `4 min`, `2 h 10 min`.
    static String duration(double seconds) {
        long rounded = Math.round(seconds);
        if (rounded < 100) {
            return rounded + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 100 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private void draw(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, drawnLength - line.length())));
        err.flush();
        drawnLength = line.length();
    }

    /// Takes the line away, so that other text can follow.
    void clear() {
        if (drawnLength > 0) {
            err.print("\r" + " ".repeat(drawnLength) + "\r");
            err.flush();
            drawnLength = 0;
            drawnNanos = 0;
        }
    }
}
