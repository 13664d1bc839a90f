package dev.cadenza.score.abc;

import dev.cadenza.score.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The marks of one voice, among them those that begin at one note and end at another.
final class VoiceMarks {

    private static final int MOST_OPEN = 64;

    private final List<Mark> marks = new ArrayList<>();
    private final Map<Integer, Deque<Long>> slurs = new HashMap<>();

    /// Where hairpins began: louder, softer; -1 for nowhere.
    private final long[] hairpins = {-1, -1};

    /// Takes what is written at a sound.
    void at(Above above, long tick, long end, int voice) {
        if (above == Above.NOTHING) {
            return;
        }
        above.words().forEach(text -> marks.add(new Mark.Words(tick, text)));
        for (String name : above.decorations()) {
            int hairpin = Decorations.hairpin(name);
            if (hairpin == 0) {
                Decorations.mark(name, tick, voice).ifPresent(marks::add);
            } else {
                hairpin(hairpin, tick, end);
            }
        }
        Deque<Long> open = slurs.computeIfAbsent(voice, v -> new ArrayDeque<>());
        for (int i = 0; i < above.slursBegun() && open.size() < MOST_OPEN; i++) {
            open.addLast(tick);
        }
        for (int i = 0; i < above.slursEnded() && !open.isEmpty(); i++) {
            long from = open.removeLast();
            if (from < tick) {
                marks.add(new Mark.Slur(from, voice, tick));
            }
        }
    }

    private void hairpin(int kind, long tick, long end) {
        int which = kind > 0 ? 0 : 1;
        if (Math.abs(kind) == 1) {
            hairpins[which] = tick;
        } else if (hairpins[which] >= 0) {
            marks.add(new Mark.Hairpin(hairpins[which], end, which == 0));
            hairpins[which] = -1;
        }
    }

    List<Mark> inOrder() {
        marks.sort(Comparator.comparingLong(Mark::tick));
        return marks;
    }
}
