package dev.cadenza.score.abc;

import dev.cadenza.score.abc.Measure.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// The measures of a tune while it is read.
final class Draft {

    private final List<Measure> measures = new ArrayList<>();
    private Measure current;
    private List<Sound> lastIn = new ArrayList<>();

    Draft(Context context, int line) {
        current = new Measure(context, line);
    }

    Context context() {
        return current.context;
    }

    void add(Sound sound, int line) {
        if (current.sounds.isEmpty()) {
            current.line = line;
        }
        current.sounds.add(sound);
        lastIn = current.sounds;
    }

    boolean hasLast() {
        return !lastIn.isEmpty();
    }

    Sound last() {
        return lastIn.getLast();
    }

    void replaceLast(Sound sound) {
        lastIn.set(lastIn.size() - 1, sound);
    }

    /// A bar line.
    ///
    /// @param repeats how often the music before it is repeated
    /// @param heavy whether a part of the music ends here
    /// @param opensRepeat whether repeated music begins here
    void barLine(int repeats, boolean heavy, boolean opensRepeat, int line) {
        boolean began = !current.sounds.isEmpty();
        Measure ended = current;
        if (began) {
            next(context(), line);
            current.continues = false;
        } else if (!measures.isEmpty() && !current.opensRepeat) {
            ended = measures.getLast();
        }
        ended.repeats = Math.max(ended.repeats, repeats);
        ended.closes |= heavy || repeats > 0;
        current.opensRepeat |= opensRepeat;
        if (opensRepeat) {
            current.endings.clear();
        }
        current.continues &= began;
    }

    void ending(SortedSet<Integer> passes, int line) {
        cut(context(), line);
        current.endings.addAll(passes);
    }

    void label(char name, int line) {
        cut(context(), line);
        current.label = name;
    }

    /// Something changes, perhaps within a bar.
    void change(Context context, int line) {
        cut(context, line);
    }

    private void cut(Context context, int line) {
        if (current.sounds.isEmpty()) {
            Measure replaced = current;
            current = new Measure(context, line);
            current.opensRepeat = replaced.opensRepeat;
            current.endings.addAll(replaced.endings);
            current.label = replaced.label;
            current.continues = replaced.continues;
        } else {
            next(context, line);
            current.continues = true;
        }
    }

    private void next(Context context, int line) {
        measures.add(current);
        current = new Measure(context, line);
    }

    List<Measure> finished() {
        if (!current.sounds.isEmpty()) {
            measures.add(current);
        }
        return List.copyOf(measures);
    }
}
