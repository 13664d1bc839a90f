package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Layout;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiRead;
import dev.cadenza.score.midi.MidiReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The Nottingham folk tunes as github.com/jukedeck/nottingham-dataset has them: `MIDI/NAME.mid`, a track with the melody
/// and one with chords. `MIDI/melody`, `MIDI/chords` and the ABC folders hold the same tunes again and are not read.
///
/// The first part is named Melody, the second Chords; what the chords are called becomes the chord symbols of the score.
public final class NottinghamLayout implements Layout {

    static final String MELODY = "Melody";
    static final String CHORDS = "Chords";

    /// Files that every copy has, to tell a folder of them by where the folders beside them are missing.
    private static final List<String> MARKS = List.of("ashover1.mid", "jigs1.mid", "xmas1.mid");

    private static final Predicate<Path> MIDI = folder -> (isFolder(folder.resolve("melody")) && isFolder(folder.resolve("chords"))
            || MARKS.stream().allMatch(name -> Roots.isFile(folder.resolve(name)))) && !Roots.list(folder, NottinghamLayout::isMidi).isEmpty();

    @Override
    public String name() {
        return "nottingham";
    }

    /// Whether there is a folder of MIDI files with folders `melody` and `chords` in it, or with names of the tunes.
    @Override
    public boolean recognises(Path root) {
        return Roots.find(root, MIDI).isPresent();
    }

    @Override
    public List<Item> items(Path root) {
        Path folder = Roots.need(root, MIDI, "the Nottingham tunes", "the folder MIDI");
        return Roots.list(folder, NottinghamLayout::isMidi).stream()
                .map(file -> (Item) new FileItem(Roots.id(root, file), List.of(file), () -> read(Roots.id(root, file), file))).toList();
    }

    private static List<SourcePiece> read(String id, Path file) {
        MidiRead read = MidiReader.read(file);
        return List.of(new SourcePiece(id, leadSheet(read.score(), title(file)), Share.OPEN, Repairs.of(read)));
    }

    private static Score leadSheet(Score score, String title) {
        List<Part> sounding = score.parts().stream().filter(part -> !part.notes().isEmpty()).toList();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < sounding.size(); i++) {
            Part part = sounding.get(i);
            String name = i == 0 ? MELODY : i == 1 ? CHORDS : part.name();
            parts.add(new Part(name, part.instrument(), part.notes(), part.controls(), part.lyrics()));
        }
        return new Score(score.resolution(), score.tempos(), score.meters(), score.keys(),
                sounding.size() < 2 ? List.of() : ChordNames.of(parts.get(1), score.resolution()), score.markers(), parts,
                Metadata.titled(title));
    }

    private static String title(Path file) {
        return Roots.name(file).replaceFirst("\\.[^.]*$", "");
    }

    private static boolean isMidi(Path file) {
        return Roots.name(file).toLowerCase(Locale.ROOT).endsWith(".mid") && Roots.isFile(file);
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
