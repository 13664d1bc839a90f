package dev.cadenza.corpus.exchange;

import dev.cadenza.score.GeneralMidi;
import dev.cadenza.score.LegacyText;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The notes of a score as a table, for spreadsheets and scripts: a line a note, UTF-8, commas, quotes and line ends as
/// RFC 4180 has them. `docs/formats/notes-csv.md` describes the columns.
///
/// Read again, parts, instruments, notes with their spelling and voices are as they were; everything else a score holds is
/// not in such a table, and neither is a part without notes.
public final class CsvNotes {

    /// The columns, in the order they are written.
    static final List<String> COLUMNS = List.of("part", "part_name", "instrument", "program", "drums", "ticks_per_quarter",
            "onset_ticks", "duration_ticks", "onset_quarters", "duration_quarters", "pitch", "name", "velocity", "voice", "bar", "beat");

    /// Spreadsheets take a text that begins so for a formula.
    private static final String FORMULA = "(?s)'*[=+\\-@\\t\\r].*";

    private static final int MAX_BYTES = 1 << 28;

    private CsvNotes() {
    }

    /// A score's notes as such a file. Equal scores give equal bytes.
    public static byte[] write(Score score) {
        StringBuilder out = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        BarMap bars = BarMap.of(score);
        for (int part = 0; part < score.parts().size(); part++) {
            rows(out, score, part, bars);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void rows(StringBuilder out, Score score, int number, BarMap bars) {
        Part part = score.parts().get(number);
        String start = (number + 1) + "," + text(part.name()) + ',' + text(GeneralMidi.name(part.instrument())) + ','
                + part.instrument().program() + ',' + (part.instrument().drums() ? 1 : 0) + ',' + score.resolution() + ',';
        List<Integer> voices = part.notation().voices();
        for (int i = 0; i < part.notes().size(); i++) {
            Note note = part.notes().get(i);
            BarMap.Position position = bars.position(note.onset());
            out.append(start).append(note.onset()).append(',').append(note.duration()).append(',')
                    .append(quarters(note.onset(), score)).append(',').append(quarters(note.duration(), score)).append(',')
                    .append(note.pitch().midi()).append(',').append(note.pitch()).append(',').append(note.velocity()).append(',')
                    .append(voices.isEmpty() ? "" : voices.get(i)).append(',').append(position.bar() + 1).append(',')
                    .append(decimal(BigDecimal.valueOf(position.beat() + 1))).append("\r\n");
        }
    }

    private static String quarters(long ticks, Score score) {
        return decimal(new BigDecimal(ticks).divide(new BigDecimal(score.resolution()), MathContext.DECIMAL64));
    }

    /// At most six places.
    private static String decimal(BigDecimal number) {
        BigDecimal rounded = number.setScale(6, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String text(String text) {
        String safe = text.matches(FORMULA) ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n;\t].*") || !safe.equals(safe.strip()) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /// The text of a field that was kept from being a formula.
    static String plain(String field) {
        return field.startsWith("'") && field.matches(FORMULA) ? field.substring(1) : field;
    }

    /// Reads such a file, or another with columns of these names, in any order: a pitch or a name, and onsets and durations,
    /// are all that is needed.
    ///
    /// @param source what messages call it
    /// @throws dev.cadenza.score.CadenzaException.InputException where it is no such file; it names the line
    public static Score read(byte[] bytes, String source) {
        Source from = new Source(source);
        if (bytes.length > MAX_BYTES) {
            throw from.refused("TOO_LARGE", "the file is longer than " + (MAX_BYTES >> 20) + " MB.", "Split it into smaller files.");
        }
        CsvLines lines = new CsvLines(LegacyText.decode(bytes, 0, bytes.length), from);
        List<String> head = lines.next().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        return new CsvReading(lines, head).score();
    }
}
