package dev.cadenza.bench.harmony;

import dev.cadenza.bench.harmony.Labelled.Label;
import dev.cadenza.corpus.collection.Layouts;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Key;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The songs of POP909: keys of `key_audio.txt`, chords of `chord_midi.txt`. The key of a song is the one that lasts longest.
/// Its chords were found by a program, not by people: agreement with them is no more than that.
final class Pop909 {

    private Pop909() {
    }

    static List<Labelled> read(Path folder) {
        List<Labelled> pieces = new ArrayList<>();
        for (Item item : Layouts.named("pop909").orElseThrow().items(folder)) {
            Score score = item.read().getFirst().score();
            if (!score.keys().isEmpty()) {
                pieces.add(piece(item.id(), score));
            }
        }
        System.out.printf("POP909: %d songs with keys%n", pieces.size());
        return pieces;
    }

    /// A piece whose labels are the keys and chord symbols in its score; they are not part of what is analysed.
    static Labelled piece(String id, Score score) {
        TreeSet<Long> ticks = new TreeSet<>();
        score.keys().forEach(key -> ticks.add(key.tick()));
        score.chords().forEach(chord -> ticks.add(chord.tick()));
        List<Long> starts = List.copyOf(ticks);
        List<Label> labels = new ArrayList<>();
        long[] lasting = new long[24];
        for (int i = 0; i < starts.size(); i++) {
            long start = starts.get(i);
            long end = i + 1 < starts.size() ? starts.get(i + 1) : score.end();
            KeySignature key = score.keys().stream().filter(k -> k.tick() <= start).reduce((_, b) -> b).orElse(score.keys().getFirst());
            ChordSymbol chord = score.chords().stream().filter(c -> c.tick() <= start).reduce((_, b) -> b).orElse(new ChordSymbol(0, ""));
            if (end > start) {
                labels.add(new Label(start, end, Key.of(key), Chord.parse(chord).understood()));
                lasting[12 * key.mode().ordinal() + key.tonic()] += end - start;
            }
        }
        int home = 0;
        for (int key = 1; key < 24; key++) {
            home = lasting[key] > lasting[home] ? key : home;
        }
        return new Labelled(id, score, Key.on(home % 12, Mode.values()[home / 12]), labels, List.of());
    }
}
