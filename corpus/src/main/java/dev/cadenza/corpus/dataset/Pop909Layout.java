package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Layout;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.read.SourcePiece;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The pop songs of POP909 (Wang et al., 2020; github.com/music-x-lab/POP909-Dataset): folders `NNN` with `NNN.mid` (tracks
/// MELODY, BRIDGE, PIANO) and annotations. The metres that the MIDI files state are not believed: bars come from
/// `beat_midi.txt`, chords from `chord_midi.txt`, keys from `key_audio.txt`. See [Pop909Song].
public final class Pop909Layout implements Layout {

    private static final Predicate<Path> SONGS = folder -> Roots.list(folder, Pop909Layout::isNumber).stream().limit(20)
            .anyMatch(Pop909Layout::isSong);

    @Override
    public String name() {
        return "pop909";
    }

    /// Whether there are folders `NNN` with `NNN.mid` and `beat_midi.txt` in them.
    @Override
    public boolean recognises(Path root) {
        return Roots.find(root, SONGS).isPresent();
    }

    /// One item a song. The other versions of a song in `NNN/versions` are not read.
    @Override
    public List<Item> items(Path root) {
        Path folder = Roots.need(root, SONGS, "POP909", "the folders 001 to 909");
        return Roots.list(folder, Pop909Layout::isSong).stream().map(song -> item(root, song)).toList();
    }

    private static Item item(Path root, Path song) {
        Path midi = midi(song);
        String id = Roots.id(root, midi);
        List<Path> files = Stream.concat(Stream.of(midi), Pop909Song.ANNOTATIONS.stream().map(song::resolve))
                .filter(Roots::isFile).toList();
        return new FileItem(id, files, () -> List.of(piece(id, song)));
    }

    private static SourcePiece piece(String id, Path song) {
        Pop909Song read = Pop909Song.read(midi(song), song);
        return new SourcePiece(id, read.score(), Share.OPEN, read.repairs());
    }

    private static boolean isNumber(Path folder) {
        return Roots.name(folder).matches("\\d{3}");
    }

    private static boolean isSong(Path folder) {
        return isNumber(folder) && Roots.isFile(midi(folder)) && Roots.isFile(folder.resolve(Pop909Song.BEATS));
    }

    private static Path midi(Path song) {
        return song.resolve(Roots.name(song) + ".mid");
    }
}
