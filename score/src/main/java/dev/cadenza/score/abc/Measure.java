package dev.cadenza.score.abc;

import dev.cadenza.score.Meter;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What stands between two bar lines; of a bar in which key, metre, tempo or part change, one of its pieces. It is filled
/// while a tune is read.
final class Measure {

    final Context context;
    final List<Sound> sounds = new ArrayList<>();

    /// Further lines of sounds that begin with it.
    final List<List<Sound>> overlays = new ArrayList<>();
    final List<Syllable> words = new ArrayList<>();

    /// Segno and coda at its beginning; at its end where the music goes from there, or ends.
    final Set<RepeatSign.Kind> signs = EnumSet.noneOf(RepeatSign.Kind.class);

    /// Passes on which it is played as the start of an ending; empty where it is none.
    final SortedSet<Integer> endings = new TreeSet<>();

    /// Where it begins.
    int line;

    /// Name of the part that begins with it; empty for none.
    String label = "";
    boolean opensRepeat;

    /// How often the music is repeated that ends with it.
    int repeats;

    /// Whether a double bar ends it.
    boolean closes;

    /// Whether it goes on with a bar that was begun.
    boolean continues;

    /// What holds in a measure.
    ///
    /// @param shift semitones by which it sounds higher than written
    record Context(AbcKey key, Optional<Meter> meter, Optional<Tempo> tempo, int shift) {
    }

    /// A syllable under a sound.
    record Syllable(int sound, String text, int verse) {
    }

    Measure(Context context, int line) {
        this.context = context;
        this.line = line;
    }

    /// In atoms; of its first line.
    long length() {
        long length = 0;
        for (Sound sound : sounds) {
            length += sound.length();
        }
        return length;
    }

    boolean labelled() {
        return !label.isEmpty();
    }
}
