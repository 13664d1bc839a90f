package dev.cadenza.corpus.dataset;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Text files of numbers and names in columns, as data sets bring them along.
final class AnnotationFile {

    private static final long MAX_BYTES = 4 << 20;
    private static final double MAX_SECONDS = 1e5;

    private AnnotationFile() {
    }

    /// A line that is not blank.
    record Row(Path file, int line, List<String> columns) {

        /// A time, 0 to 100,000 seconds.
        double seconds(int column) {
            double value = number(column);
            if (!(value >= 0 && value <= MAX_SECONDS)) {
                throw refused("a time is not between 0 and 100,000 seconds");
            }
            return value;
        }

        double number(int column) {
            try {
                return Double.parseDouble(columns.get(column));
            } catch (NumberFormatException e) {
                throw refused("here should be a number in column " + (column + 1));
            }
        }

        InputException refused(String cause) {
            return new InputException(file.toString(), new Place.Line(line), "BAD_ANNOTATION", cause + ".",
                    "Use an undamaged copy of it.");
        }
    }

    /// The lines of a file.
    ///
    /// @param columns how many columns each line has at least
    /// @throws InputException where it cannot be read or a line is too short
    static List<Row> read(Path file, int columns) {
        String text;
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException(file.toString(), new Place.Nowhere(), "TOO_LARGE", "the file is larger than "
                        + (MAX_BYTES >> 20) + " MB.", "Use the file as it was published.");
            }
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException(file.toString(), new Place.Nowhere(), "CANNOT_READ",
                    "the file cannot be read (" + FileFaults.reason(e) + ").", "Check whether it is there and may be read.", e);
        }
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R")) {
            number++;
            if (!line.isBlank()) {
                Row row = new Row(file, number, List.of(line.strip().split("\\s+")));
                if (row.columns.size() < columns) {
                    throw row.refused("the line has fewer than " + columns + " columns");
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
