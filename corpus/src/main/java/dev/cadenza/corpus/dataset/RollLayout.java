package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.dataset.RollSet.Roll;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Layout;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The four piano rolls of Boulanger-Lewandowski et al. (2012) as MATLAB files, see [RollReader].
///
/// A frame is a quarter of the chorales (stated at github.com/czhuang/JSB-Chorales-dataset) and an eighth of the others: of
/// 24-frame windows of their highest notes, thousands are found in score MIDI of the same music read at eighths, and next
/// to none at other steps. No metre is stated. Each chorale of `JSB_Chorales` is transposed.
public final class RollLayout implements Layout {

    private static final List<String> NAMES = List.of("JSB_Chorales.mat", "MuseData.mat", "Nottingham.mat", "Piano_midi.mat");

    @Override
    public String name() {
        return "rolls";
    }

    /// Whether one of the four files is there. A folder with chorales as JSON is read as those: they are the same music.
    @Override
    public boolean recognises(Path root) {
        return Roots.isFile(root) ? NAMES.contains(Roots.name(root)) : folder(root).isPresent() && !new JsbLayout().recognises(root);
    }

    /// One item a file.
    @Override
    public List<Item> items(Path root) {
        if (Roots.isFile(root)) {
            return List.of(item(root));
        }
        Path folder = folder(root).orElseThrow(() -> new InputException(root.toString(), new Place.Nowhere(), "OTHER_LAYOUT",
                "there are none of the piano rolls in it.", "Name the folder that holds " + String.join(", ", NAMES) + "."));
        return NAMES.stream().map(folder::resolve).filter(Roots::isFile).map(RollLayout::item).toList();
    }

    private static Optional<Path> folder(Path root) {
        return Roots.find(root, folder -> NAMES.stream().anyMatch(name -> Roots.isFile(folder.resolve(name))));
    }

    private static Item item(Path file) {
        return new FileItem(Roots.name(file), List.of(file), () -> pieces(file));
    }

    private static List<SourcePiece> pieces(Path file) {
        RollSet set = RollReader.read(file);
        List<SourcePiece> pieces = new ArrayList<>();
        add(pieces, file, set, set.train(), "train", Share.TRAIN);
        add(pieces, file, set, set.valid(), "valid", Share.VALID);
        add(pieces, file, set, set.test(), "test", Share.TEST);
        return pieces;
    }

    private static void add(List<SourcePiece> pieces, Path file, RollSet set, List<Roll> rolls, String split, Share share) {
        boolean chorales = set.name().startsWith("JSB");
        for (int number = 0; number < rolls.size(); number++) {
            int[][] frames = rolls.get(number).frames();
            Score score = chorales ? Steps.chorale(frames, false, 1) : Steps.roll(frames, Instrument.PIANO, 2);
            pieces.add(new SourcePiece(Roots.name(file) + "#" + split + "/" + number, score, share, List.of()));
        }
    }
}
