package dev.cadenza.corpus.read;

import dev.cadenza.corpus.Keys;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the JSB Chorales as JSON in separated voices (github.com/czhuang/JSB-Chorales-dataset, `Jsb16thSeparated.json`; see
/// [StepJson]): a step is the MIDI pitches of soprano, alto, tenor and bass, -1 (or any negative number) for a rest.
///
/// The file states no metres. What exceeds whole 4/4 bars is taken for the upbeat: steps modulo 16. Keys are those of [Keys#likeliest]. A piece whose last
/// steps are silent in all voices keeps them, so that likelihoods are counted over all of the file.
public final class JsbJsonReader {

    private static final int BAR = 16;

    private final SatbTokenizer tokenizer;
    private final Map<String, List<Piece>> pieces = new HashMap<>();
    private final List<ImportReport.Entry> entries = new ArrayList<>();

    private JsbJsonReader(SatbTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// Reads a file.
    ///
    /// @throws CadenzaException.InputException where it cannot be read, is no such JSON, or is larger than 256 MB
    public static Corpus read(Path file, SatbTokenizer tokenizer) {
        return new JsbJsonReader(tokenizer).corpus(reader -> separated(tokenizer).read(file, reader::add));
    }

    /// Reads a stream.
    ///
    /// @param source what the stream is called in messages
    public static Corpus read(InputStream in, String source, SatbTokenizer tokenizer) {
        return new JsbJsonReader(tokenizer).corpus(reader -> separated(tokenizer).read(in, source, reader::add));
    }

    private static StepJson separated(SatbTokenizer tokenizer) {
        return new StepJson(tokenizer.width(), tokenizer.lowest(), tokenizer.highest(),
                "chorales in separated voices, as in Jsb16thSeparated.json");
    }

    private Corpus corpus(Consumer<JsbJsonReader> reading) {
        reading.accept(this);
        return new Corpus(tokenizer, part("train"), part("valid"), part("test"), new ImportReport("piece", entries));
    }

    private List<Piece> part(String split) {
        return pieces.getOrDefault(split, List.of());
    }

    private void add(String split, int number, int[][] steps) {
        String id = split + "/" + number;
        if (number == 0) {
            // Of a part that stands twice in a file, the last one counts.
            pieces.put(split, new ArrayList<>());
        }
        if (steps.length == 0) {
            entries.add(new ImportReport.Entry(id, ImportReport.Verdict.DROPPED, "EMPTY", "empty", 0, 0));
            return;
        }
        int[] tokens = tokens(steps);
        Plan unkeyed = new Plan(steps.length, Meter.common(), steps.length % BAR, Optional.empty(), true);
        Optional<KeySignature> key = Keys.likeliest(tokenizer.decode(tokenizer.sequence(tokens, unkeyed)));
        Plan plan = new Plan(steps.length, unkeyed.meter(), unkeyed.upbeat(), key, true);
        Piece piece = new Piece(id, tokenizer.sequence(tokens, plan));
        pieces.get(split).add(piece);
        entries.add(ImportReport.Entry.kept(id, tokenizer.notes(piece.tokens())));
    }

    private int[] tokens(int[][] steps) {
        int rest = tokenizer.vocabulary().number("rest");
        int[] tokens = new int[steps.length * tokenizer.width()];
        int next = 0;
        for (int[] step : steps) {
            for (int pitch : step) {
                tokens[next++] = pitch == StepJson.SILENT ? rest : tokenizer.token(pitch);
            }
        }
        return tokens;
    }
}
