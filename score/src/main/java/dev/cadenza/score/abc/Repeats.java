package dev.cadenza.score.abc;

import java.util.ArrayList;
import java.util.List;

/// The order in which measures are played: repeats and endings written out.
///
/// Music is repeated from the last `|:`; without one, from the end of the last repeat or double bar.
final class Repeats {

    private final List<Measure> measures;
    private final List<Measure> played = new ArrayList<>();
    private final int limit;

    private Repeats(List<Measure> measures, int limit) {
        this.measures = measures;
        this.limit = limit;
    }

    /// @param limit so many measures, or a few more, are enough
    static List<Measure> playedOut(List<Measure> measures, int limit) {
        Repeats order = new Repeats(measures, limit);
        order.run();
        return order.played;
    }

    private void run() {
        int done = 0;
        int from = 0;
        boolean opened = false;
        int i = 0;
        while (i < measures.size()) {
            Measure measure = measures.get(i);
            if (i > done && (measure.opensRepeat || measure.labelled())) {
                play(done, i);
                done = i;
                from = i;
                opened = false;
            }
            opened |= measure.opensRepeat;
            if (!measure.endings.isEmpty()) {
                play(done, from);
                i = endings(from, i);
                done = i;
                from = i;
                opened = false;
                continue;
            }
            i++;
            if (measure.repeats > 0) {
                play(done, from);
                for (int pass = 0; pass <= measure.repeats; pass++) {
                    play(from, i);
                }
                done = i;
                from = i;
                opened = false;
            } else if (measure.closes && !opened) {
                from = i;
            }
        }
        play(done, measures.size());
    }

    /// Plays a strain with its endings.
    ///
    /// @param from where the strain begins
    /// @param first where its first ending begins
    /// @return where the music goes on
    private int endings(int from, int first) {
        List<int[]> ranges = new ArrayList<>();
        int passes = 1;
        int i = first;
        while (i < measures.size() && !measures.get(i).endings.isEmpty()
                && (i == first || measures.get(i).endings.first() > 1 && !measures.get(i).opensRepeat)) {
            passes = Math.max(passes, measures.get(i).endings.last());
            int end = endOfEnding(i);
            ranges.add(new int[] {i, end});
            i = end;
        }
        if (passes == 1) {
            passes = 2;
        }
        for (int pass = 1; pass <= passes; pass++) {
            play(from, first);
            for (int[] range : ranges) {
                if (measures.get(range[0]).endings.contains(pass)) {
                    play(range[0], range[1]);
                }
            }
        }
        return i;
    }

    private int endOfEnding(int start) {
        int i = start;
        do {
            if (measures.get(i).closes) {
                return i + 1;
            }
            i++;
        } while (i < measures.size() && measures.get(i).endings.isEmpty() && !measures.get(i).opensRepeat
                && !measures.get(i).labelled());
        return i;
    }

    private void play(int from, int to) {
        if (played.size() < limit) {
            played.addAll(measures.subList(from, Math.max(from, to)));
        }
    }
}
