package dev.cadenza.corpus.exchange;

import dev.cadenza.corpus.mat.MatReader;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Sparse;

/// Piano rolls as MATLAB files of version 5: lists `rolls` and `onsets` with a matrix of steps by 128 pitches for each part.
/// `docs/formats/rolls.md` lists the variables. The benchmarks of Boulanger-Lewandowski et al. (2012), which have the same
/// ending, are read by [dev.cadenza.corpus.dataset.RollReader].
public final class MatRolls {

    /// So many cells may a matrix have, and all of them together.
    private static final int MAX_CELLS = 1 << 24;
    private static final int MAX_ALL_CELLS = 1 << 26;
    private static final int PITCHES = 128;

    private MatRolls() {
    }

    /// The head of a file usually names the machine and the time; ours says nothing that changes.
    private static final class Head extends Mat5File {
        Head() {
            super("MATLAB 5.0 MAT-file, Platform: any, Created by: Cadenza");
        }
    }

    /// A score as such a file. Equal scores give equal bytes.
    ///
    /// @param stepsPerQuarter 1..960, see [RollGrid]
    /// @throws RequestException where the score is too long for a roll of that many steps
    public static byte[] write(Score score, int stepsPerQuarter) {
        Score grid = RollGrid.of(score, stepsPerQuarter);
        int steps = RollGrid.steps(grid);
        int parts = grid.parts().size();
        if (steps > MAX_CELLS / PITCHES || (long) steps * PITCHES * parts > MAX_ALL_CELLS) {
            throw new RequestException("", "TOO_LONG", "the music is too long for a MATLAB file of " + stepsPerQuarter
                    + " steps a quarter note.", "Use fewer steps (--steps), or NPZ.");
        }
        Cell rolls = Mat5.newCell(1, parts);
        Cell onsets = Mat5.newCell(1, parts);
        Cell names = Mat5.newCell(1, parts);
        Matrix programs = Mat5.newMatrix(1, parts);
        Matrix drums = Mat5.newLogical(1, parts);
        for (int i = 0; i < parts; i++) {
            Part part = grid.parts().get(i);
            rolls.set(i, matrix(NpzRolls.loudness(part.notes(), steps), steps));
            onsets.set(i, matrix(NpzRolls.onsets(part.notes(), steps), steps));
            names.set(i, Mat5.newString(Text.wellFormed(part.name())));
            programs.setDouble(i, part.instrument().program());
            drums.setBoolean(i, part.instrument().drums());
        }
        MatFile file = new Head().addArray("title", Mat5.newString(Text.wellFormed(grid.metadata().title())))
                .addArray("steps_per_quarter", Mat5.newScalar(stepsPerQuarter)).addArray("tempos", tempos(grid))
                .addArray("meters", meters(grid)).addArray("names", names).addArray("programs", programs).addArray("drums", drums)
                .addArray("rolls", rolls).addArray("onsets", onsets);
        return bytes(file);
    }

    private static byte[] bytes(MatFile file) {
        // The library goes back to write lengths. What cannot be packed grows by a little.
        long most = file.getUncompressedSerializedSize();
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(most + most / 64 + (1 << 16))).order(ByteOrder.nativeOrder());
        try {
            Mat5.newWriter(Sinks.wrap(buffer)).writeMat(file).flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static Matrix matrix(byte[] cells, int steps) {
        Matrix matrix = Mat5.newMatrix(steps, PITCHES, MatlabType.UInt8);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != 0) {
                matrix.setByte(i / PITCHES, i % PITCHES, cells[i]);
            }
        }
        return matrix;
    }

    private static Matrix tempos(Score grid) {
        Matrix rows = Mat5.newMatrix(grid.tempos().size(), 2);
        for (int i = 0; i < grid.tempos().size(); i++) {
            rows.setDouble(i, 0, grid.tempos().get(i).tick());
            rows.setDouble(i, 1, grid.tempos().get(i).microsPerQuarter());
        }
        return rows;
    }

    private static Matrix meters(Score grid) {
        Matrix rows = Mat5.newMatrix(grid.meters().size(), 3);
        for (int i = 0; i < grid.meters().size(); i++) {
            rows.setDouble(i, 0, grid.meters().get(i).tick());
            rows.setDouble(i, 1, grid.meters().get(i).numerator());
            rows.setDouble(i, 2, grid.meters().get(i).denominator());
        }
        return rows;
    }

    /// Whether these are bytes of such a file: by its first letters, which every program writes.
    static boolean recognises(byte[] bytes) {
        return bytes.length > 10 && new String(bytes, 0, 10, StandardCharsets.ISO_8859_1).equals("MATLAB 5.0");
    }

    /// Reads such a file; also any other with matrices of steps by 128 pitches or by the 88 keys of a piano.
    ///
    /// @param source what messages call it
    /// @throws dev.cadenza.score.CadenzaException.InputException where it is no such file
    public static Score read(byte[] bytes, String source) {
        return new Reading(MatReader.read(bytes, source), new Source(source)).score();
    }

    private record Reading(MatFile file, Source source) {

        Score score() {
            try {
                return checked();
            } catch (IndexOutOfBoundsException | ClassCastException | NullPointerException | IllegalStateException e) {
                throw source.refused(new Place.Nowhere(), "BAD_MAT", "a matrix in it is shorter than it states, or is none.",
                        "Use an undamaged copy of the file.", e);
            }
        }

        private Score checked() {
            List<Part> parts = new ArrayList<>();
            Optional<Cell> rolls = variable("rolls", Cell.class);
            if (rolls.isPresent()) {
                for (int i = 0; i < rolls.get().getNumElements() && i < RollGrid.MAX_PARTS; i++) {
                    parts.add(new Part(name(i), instrument(i), notes(rolls.get().get(i), onsets(i), "rolls{" + (i + 1) + "}", room(parts))));
                }
            } else {
                for (MatFile.Entry entry : file.getEntries()) {
                    if (entry.getValue() instanceof Matrix matrix && isRoll(matrix)) {
                        parts.add(new Part(Text.wellFormed(entry.getName()), Instrument.PIANO,
                                notes(matrix, Optional.empty(), entry.getName(), room(parts))));
                    }
                }
            }
            if (parts.isEmpty()) {
                throw source.refused("NO_ROLL", "there is no piano roll in it: no matrix of steps by 128 pitches or 88 keys.",
                        "Name a file of piano rolls.");
            }
            return new Score(whole(scalar("steps_per_quarter"), 1, 32767, RollGrid.USUAL_STEPS), tempos(), meters(), List.of(), List.of(),
                    List.of(), parts, Metadata.titled(variable("title", Char.class).map(this::text).orElse("")));
        }

        private static int room(List<Part> parts) {
            return Cells.MAX_NOTES - parts.stream().mapToInt(part -> part.notes().size()).sum();
        }

        private <T extends Array> Optional<T> variable(String name, Class<T> kind) {
            for (MatFile.Entry entry : file.getEntries()) {
                if (entry.getName().equals(name) && kind.isInstance(entry.getValue())) {
                    return Optional.of(kind.cast(entry.getValue()));
                }
            }
            return Optional.empty();
        }

        private String text(Char text) {
            return text.getNumElements() == 0 ? "" : Text.wellFormed(text.getString());
        }

        private String name(int i) {
            Optional<Cell> names = variable("names", Cell.class);
            return names.isPresent() && i < names.get().getNumElements() && names.get().get(i) instanceof Char text ? text(text) : "";
        }

        private Instrument instrument(int i) {
            return new Instrument(whole(element("programs", i), 0, 127, 0), element("drums", i) > 0);
        }

        private double scalar(String name) {
            return element(name, 0);
        }

        /// Not a number where there is none.
        private double element(String name, int i) {
            Optional<Matrix> matrix = variable(name, Matrix.class);
            return matrix.isPresent() && i < matrix.get().getNumElements() ? matrix.get().getDouble(i) : Double.NaN;
        }

        private static int whole(double value, int least, int most, int otherwise) {
            return value >= least && value <= most ? (int) value : otherwise;
        }

        private Optional<Matrix> onsets(int i) {
            Optional<Cell> onsets = variable("onsets", Cell.class);
            return onsets.isPresent() && i < onsets.get().getNumElements() && onsets.get().get(i) instanceof Matrix matrix
                    ? Optional.of(matrix) : Optional.empty();
        }

        private List<Tempo> tempos() {
            List<Tempo> tempos = new ArrayList<>();
            variable("tempos", Matrix.class).filter(rows -> isRows(rows, 2)).ifPresent(rows -> {
                for (int i = 0; i < rows.getNumRows(); i++) {
                    tempos.add(new Tempo(whole(rows.getDouble(i, 0), 0, RollGrid.LONGEST, 0),
                            whole(rows.getDouble(i, 1), 1, Tempo.MAX_MICROS, 500_000)));
                }
            });
            tempos.sort((a, b) -> Long.compare(a.tick(), b.tick()));
            return tempos;
        }

        private List<Meter> meters() {
            List<Meter> meters = new ArrayList<>();
            variable("meters", Matrix.class).filter(rows -> isRows(rows, 3)).ifPresent(rows -> {
                for (int i = 0; i < rows.getNumRows(); i++) {
                    meters.add(new Meter(whole(rows.getDouble(i, 0), 0, RollGrid.LONGEST, 0), whole(rows.getDouble(i, 1), 1, 255, 4),
                            Integer.highestOneBit(whole(rows.getDouble(i, 2), 1, 128, 4))));
                }
            });
            meters.sort((a, b) -> Long.compare(a.tick(), b.tick()));
            return meters;
        }

        private static boolean isRows(Matrix matrix, int columns) {
            // A sparse matrix of a few bytes may be as large as it likes.
            return !(matrix instanceof Sparse) && matrix.getNumDimensions() == 2 && matrix.getNumCols() == columns
                    && matrix.getNumRows() <= RollGrid.LONGEST;
        }

        private static boolean isRoll(Matrix matrix) {
            return isRows(matrix, PITCHES) || isRows(matrix, 88);
        }

        private List<Note> notes(Array array, Optional<Matrix> onsets, String name, int room) {
            if (!(array instanceof Matrix roll) || !isRoll(roll) || onsets.isPresent() && !isRoll(onsets.get())) {
                throw source.refused(new Place.Member(name), "BAD_SHAPE", "this is no matrix of steps by 128 pitches or 88 keys.",
                        "Save piano rolls in that shape.");
            }
            Cells cells = new Cells(room, () -> source.refused("TOO_LARGE", "it holds more than " + Cells.MAX_NOTES + " notes.",
                    "Split it into smaller files."));
            each(roll, cells::cell);
            if (onsets.isEmpty()) {
                return cells.notes();
            }
            BitSet begun = new BitSet();
            each(onsets.get(), (step, pitch, value) -> begun.set(step * PITCHES + pitch, value > 0));
            return cells.notes(begun);
        }

        private static void each(Matrix matrix, NpzReading.CellSink sink) {
            int lowest = matrix.getNumCols() == PITCHES ? 0 : 21;
            for (int pitch = 0; pitch < matrix.getNumCols(); pitch++) {
                for (int step = 0; step < matrix.getNumRows(); step++) {
                    double value = matrix.getDouble(step, pitch);
                    if (value != 0) {
                        sink.cell(step, lowest + pitch, value);
                    }
                }
            }
        }
    }
}
