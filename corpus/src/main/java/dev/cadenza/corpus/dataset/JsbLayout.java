package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Layout;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.corpus.read.StepJson;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The JSB Chorales of github.com/czhuang/JSB-Chorales-dataset as JSON: 382 chorales in the split of Boulanger-Lewandowski
/// et al. (2012). A folder that holds several of its files has the same chorales several times: one file is read.
///
/// @param grid which file is read
public record JsbLayout(Grid grid) implements Layout {

    /// The files.
    public enum Grid {
        /// Four voices on sixteenths, in the keys of the source.
        SEPARATED("Jsb16thSeparated.json", 4),
        /// Chords on quarters, each piece transposed, pieces in another order.
        QUARTER("jsb-chorales-quarter.json", 1),
        /// Chords on eighths.
        EIGHTH("jsb-chorales-8th.json", 2),
        /// Chords on sixteenths.
        SIXTEENTH("jsb-chorales-16th.json", 4);

        private final String file;
        private final int stepsPerQuarter;

        Grid(String file, int stepsPerQuarter) {
            this.file = file;
            this.stepsPerQuarter = stepsPerQuarter;
        }

        /// The name of the file.
        public String file() {
            return file;
        }

        /// The name behind the colon of `jsb:8th`; empty for the separated voices.
        public String suffix() {
            return switch (this) {
                case SEPARATED -> "";
                case QUARTER -> "quarter";
                case EIGHTH -> "8th";
                case SIXTEENTH -> "16th";
            };
        }
    }

    /// The separated voices.
    public JsbLayout() {
        this(Grid.SEPARATED);
    }

    @Override
    public String name() {
        return grid == Grid.SEPARATED ? "jsb" : "jsb:" + grid.suffix();
    }

    /// Whether there is a file of this grid; for the separated voices, any of the files.
    @Override
    public boolean recognises(Path root) {
        return !found(root).isEmpty();
    }

    /// One item, the file of this grid. The separated voices give way to sixteenths, eighths and quarters, in this order,
    /// where their file is not there.
    @Override
    public List<Item> items(Path root) {
        List<Path> found = found(root);
        if (found.isEmpty()) {
            throw new InputException(root.toString(), new Place.Nowhere(), "OTHER_LAYOUT",
                    "this is not laid out like the JSB Chorales.", "Name the folder that holds " + grid.file + ".");
        }
        Path file = found.getFirst();
        return List.of(new FileItem(Roots.name(file), List.of(file), () -> pieces(file)));
    }

    private List<Path> found(Path root) {
        List<Grid> grids = grid == Grid.SEPARATED ? List.of(Grid.SEPARATED, Grid.SIXTEENTH, Grid.EIGHTH, Grid.QUARTER) : List.of(grid);
        if (Roots.isFile(root)) {
            return grids.stream().anyMatch(g -> g.file.equals(Roots.name(root))) ? List.of(root) : List.of();
        }
        return grids.stream().flatMap(g -> Roots.find(root, folder -> Roots.isFile(folder.resolve(g.file))).stream()
                .map(folder -> folder.resolve(g.file))).limit(1).toList();
    }

    private static List<SourcePiece> pieces(Path file) {
        String name = Roots.name(file);
        Grid grid = List.of(Grid.values()).stream().filter(g -> g.file.equals(name)).findFirst().orElse(Grid.SEPARATED);
        boolean separated = grid == Grid.SEPARATED;
        StepJson json = new StepJson(separated ? 4 : 0, 0, 127, "the file as it was published");
        List<SourcePiece> pieces = new ArrayList<>();
        json.read(file, (split, number, steps) -> {
            Score score = Steps.chorale(steps, separated, grid.stepsPerQuarter);
            pieces.add(new SourcePiece(name + "#" + split + "/" + number, score,
                    Share.valueOf(split.toUpperCase(Locale.ROOT)), List.of()));
        });
        return pieces;
    }
}
