package dev.cadenza.score.abc;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.LegacyText;
import dev.cadenza.score.Place;
import dev.cadenza.score.abc.TuneParser.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads ABC files, after the standard 2.1 (Walshaw et al., 2011), as they are written; `dev.cadenza.score.form.Playthrough`
/// plays a tune's repeats out. `docs/formats/abc.md` says what is left out.
///
/// A file holds any number of tunes, and one that cannot be read does not cost the others. Work and memory follow the
/// length of the text; whatever it says, the outcome is tunes or an [InputException].
public final class AbcReader {

    private static final int MAX_BYTES = 32_000_000;
    private static final int MAX_TUNES = 100_000;
    private static final int MAX_HEAD_LINES = 32;
    private static final int MAX_HEAD_LINE = 200;

    private AbcReader() {
    }

    /// Reads a file.
    ///
    /// @return its tunes in their order, one at least
    /// @throws InputException where it cannot be opened, is longer than 32 MB, or has no tune
    public static List<AbcTune> read(Path file) {
        String source = file.toString();
        try {
            if (!Files.isRegularFile(file) && Files.exists(file)) {
                throw refused(source, "NOT_A_FILE", "this is not a file but a folder or a device.", "Name the files themselves.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in.readNBytes(MAX_BYTES + 1), source);
            }
        } catch (IOException e) {
            String cause = switch (e) {
                case NoSuchFileException _ -> "there is no such file.";
                case AccessDeniedException _ -> "the file may not be read.";
                default -> "the file cannot be read.";
            };
            throw new InputException(source, new Place.Nowhere(), "IO", cause, "Check the name and that the file may be read.", e);
        }
    }

    /// Reads the bytes of a file: UTF-8, or else Latin-1.
    ///
    /// @param source what errors call them
    /// @return the tunes in their order, one at least
    /// @throws InputException where they are more than 32 MB, or hold no tune
    public static List<AbcTune> read(byte[] bytes, String source) {
        if (bytes.length > MAX_BYTES) {
            throw refused(source, "FILE_TOO_LARGE", "the file is longer than 32 MB.", "Split it.");
        }
        List<Line> lines = lines(LegacyText.decode(bytes, 0, bytes.length));
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).text().startsWith("X:")) {
                starts.add(i);
            }
        }
        if (starts.isEmpty() && lines.stream().anyMatch(line -> line.text().startsWith("K:"))) {
            starts.add(0);
        }
        if (starts.isEmpty()) {
            throw refused(source, "NOT_ABC", "the file has no tune: no line begins with X: or K:.", "Name files of ABC music.");
        }
        if (starts.size() > MAX_TUNES) {
            throw refused(source, "TOO_MANY_TUNES", "the file has more than 100,000 tunes.", "Split it.");
        }
        List<Line> head = lines.subList(0, starts.getFirst()).stream().filter(AbcReader::holdsForAll).limit(MAX_HEAD_LINES).toList();
        List<AbcTune> tunes = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            tunes.add(TuneParser.parse(source, head, lines.subList(starts.get(i), end)));
        }
        return List.copyOf(tunes);
    }

    private static boolean holdsForAll(Line line) {
        return line.text().length() <= MAX_HEAD_LINE && (line.text().startsWith("%%")
                || line.isField() && "MLQCOSI".indexOf(line.name()) >= 0);
    }

    private static InputException refused(String source, String code, String cause, String remedy) {
        return new InputException(source, new Place.Nowhere(), code, cause, remedy);
    }

    /// Lines without their comments. Line ends of all systems are known.
    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int number = 1;
        for (String line : (Iterable<String>) whole.lines()::iterator) {
            lines.add(new Line(number++, line.startsWith("%%") ? line : withoutComment(line)));
        }
        return lines;
    }

    private static String withoutComment(String line) {
        int at = line.indexOf('%');
        while (at > 0 && line.charAt(at - 1) == '\\') {
            at = line.indexOf('%', at + 1);
        }
        // A line that is a comment does not end a tune, as an empty one does.
        return at < 0 ? line : at == 0 ? "%" : line.substring(0, at);
    }
}
