package dev.cadenza.score.abc;

import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.abc.Measure.Context;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// The measures of a voice while it is read.
final class Draft {

    /// A note that words can stand under.
    ///
    /// @param index of its sound in its measure
    /// @param bar number of bar lines before it
    record Sung(Measure measure, int index, int bar) {
    }

    private static final int MOST_OVERLAYS = 8;

    private final List<Measure> measures = new ArrayList<>();
    private Measure current;
    private List<Sound> into;
    private List<Sound> lastIn = new ArrayList<>();
    private final List<Sung> sung = new ArrayList<>();
    private int verse;
    private int bar;

    /// Segno and coda that wait for the next bar.
    private final Set<Kind> waiting = EnumSet.noneOf(Kind.class);

    Draft(Context context, int line) {
        current = new Measure(context, line);
        into = current.sounds;
    }

    Context context() {
        return current.context;
    }

    boolean isEmpty() {
        return measures.isEmpty() && current.sounds.isEmpty();
    }

    void add(Sound sound, int line) {
        if (current.sounds.isEmpty()) {
            current.line = line;
        }
        if (into == current.sounds && !sound.tones().isEmpty()) {
            if (verse > 0) {
                sung.clear();
                verse = 0;
            }
            sung.add(new Sung(current, into.size(), bar));
        }
        into.add(sound);
        lastIn = into;
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

    /// Begins another line of sounds at the beginning of the measure.
    ///
    /// @return whether there may be one more
    boolean overlay() {
        if (current.overlays.size() == MOST_OVERLAYS) {
            return false;
        }
        into = new ArrayList<>();
        current.overlays.add(into);
        return true;
    }

    /// The notes since the last line of words, which is now followed by another, or by the first.
    List<Sung> sung() {
        return sung;
    }

    /// @return the number of the line of words under the same notes, from 1
    int nextVerse() {
        verse++;
        return verse;
    }

    /// A sign of where the music goes: segno and coda stand where the measure begins, the others where it ends.
    ///
    /// @param behind whether it stands behind the last sound of the measure
    void sign(Kind kind, boolean behind) {
        boolean begins = kind == Kind.SEGNO || kind == Kind.CODA;
        boolean between = current.sounds.isEmpty();
        if (begins && behind && !between) {
            waiting.add(kind);
        } else if (!begins && behind && between && !measures.isEmpty()) {
            measures.getLast().signs.add(kind);
        } else {
            current.signs.add(kind);
        }
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
        bar++;
        current.signs.addAll(waiting);
        waiting.clear();
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

    void label(String name, int line) {
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
            into = current.sounds;
            current.opensRepeat = replaced.opensRepeat;
            current.endings.addAll(replaced.endings);
            current.label = replaced.label;
            current.continues = replaced.continues;
            current.signs.addAll(replaced.signs);
        } else {
            next(context, line);
            current.continues = true;
        }
    }

    private void next(Context context, int line) {
        measures.add(current);
        current = new Measure(context, line);
        into = current.sounds;
    }

    List<Measure> finished() {
        if (!current.sounds.isEmpty()) {
            measures.add(current);
        } else if (!measures.isEmpty()) {
            current.signs.remove(Kind.SEGNO);
            current.signs.remove(Kind.CODA);
            measures.getLast().signs.addAll(current.signs);
        }
        return List.copyOf(measures);
    }
}
