package dev.cadenza.corpus.read;

import dev.cadenza.corpus.Keys;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSB Chorales as JSON in separated voices (github.com/czhuang/JSB-Chorales-dataset, `Jsb16thSeparated.json`):
/// `{"train": [piece, ...], "valid": ..., "test": ...}`, a piece being a list of steps, a step the MIDI pitches of soprano,
/// alto, tenor and bass, -1 (or any negative number) for a rest.
///
/// The file states no metres. What exceeds whole 4/4 bars is taken for the upbeat: steps modulo 16. Keys are those of [Keys#likeliest]. A piece whose last
/// steps are silent in all voices keeps them, so that likelihoods are counted over all of the file.
public final class JsbJsonReader {

    private static final List<String> SPLITS = List.of("train", "valid", "test");
    private static final long MAX_BYTES = 256L << 20;
    private static final int MAX_PIECES = 100_000;
    private static final int MAX_STEPS = 100_000;
    private static final int BAR = 16;

    private final String source;
    private final SatbTokenizer tokenizer;
    private final List<ImportReport.Entry> entries = new ArrayList<>();

    private JsbJsonReader(String source, SatbTokenizer tokenizer) {
        this.source = source;
        this.tokenizer = tokenizer;
    }

    /// Reads a file.
    ///
    /// @throws CadenzaException.InputException where it cannot be read, is no such JSON, or is larger than 256 MB
    public static Corpus read(Path file, SatbTokenizer tokenizer) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new CadenzaException.InputException(file.toString(), new Place.Nowhere(), "TOO_LARGE",
                        "the file is larger than " + (MAX_BYTES >> 20) + " MB.", "Split it into smaller files.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, file.toString(), tokenizer);
            }
        } catch (IOException e) {
            throw new CadenzaException.InputException(file.toString(), new Place.Nowhere(), "CANNOT_READ",
                    "the file cannot be read (" + e.getMessage() + ").", "Check its name and whether it may be read.", e);
        }
    }

    /// Reads a stream.
    ///
    /// @param source what the stream is called in messages
    public static Corpus read(InputStream in, String source, SatbTokenizer tokenizer) {
        JsbJsonReader reader = new JsbJsonReader(source, tokenizer);
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(8).maxNumberLength(32).maxNameLength(64).maxStringLength(1024).build()).build();
        JsonParser parser = factory.createParser(ObjectReadContext.empty(), in);
        try (parser) {
            Map<String, List<Piece>> pieces = reader.file(parser);
            ImportReport report = new ImportReport("piece", reader.entries);
            return new Corpus(tokenizer, pieces.get("train"), pieces.get("valid"), pieces.get("test"), report);
        } catch (JacksonException e) {
            throw new CadenzaException.InputException(source, reader.place(parser), "BAD_JSON",
                    "the file is no valid JSON (" + e.getOriginalMessage().lines().findFirst().orElse("") + ").",
                    "Use an undamaged copy of it.", e);
        }
    }

    private Map<String, List<Piece>> file(JsonParser parser) {
        Map<String, List<Piece>> pieces = new LinkedHashMap<>();
        SPLITS.forEach(split -> pieces.put(split, List.of()));
        expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "an object with train, valid and test");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String split = parser.currentName();
            if (!SPLITS.contains(split)) {
                throw refused(parser, "BAD_FIELD", "the file has a part called \"" + split + "\"; train, valid and test are known");
            }
            pieces.put(split, pieces(parser, split));
        }
        return pieces;
    }

    private List<Piece> pieces(JsonParser parser, String split) {
        List<Piece> pieces = new ArrayList<>();
        expect(parser, parser.nextToken(), JsonToken.START_ARRAY, "a list of pieces");
        for (int number = 0; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            if (number >= MAX_PIECES) {
                throw refused(parser, "TOO_MANY", "there are more than " + MAX_PIECES + " pieces");
            }
            String id = split + "/" + number;
            expect(parser, parser.currentToken(), JsonToken.START_ARRAY, "a piece");
            int[] tokens = piece(parser);
            if (tokens.length == 0) {
                entries.add(new ImportReport.Entry(id, ImportReport.Verdict.DROPPED, "EMPTY", "empty", 0, 0));
                continue;
            }
            int steps = tokens.length / tokenizer.width();
            Plan unkeyed = new Plan(steps, Meter.common(), steps % BAR, Optional.empty(), true);
            Optional<KeySignature> key = Keys.likeliest(tokenizer.decode(tokenizer.sequence(tokens, unkeyed)));
            Plan plan = new Plan(steps, unkeyed.meter(), unkeyed.upbeat(), key, true);
            Piece piece = new Piece(id, tokenizer.sequence(tokens, plan));
            pieces.add(piece);
            entries.add(ImportReport.Entry.kept(id, Notes.count(piece.tokens(), tokenizer)));
        }
        return pieces;
    }

    private int[] piece(JsonParser parser) {
        Ints tokens = new Ints();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (tokens.size() >= MAX_STEPS * tokenizer.width()) {
                throw refused(parser, "TOO_LONG", "a piece has more than " + MAX_STEPS + " steps");
            }
            expect(parser, parser.currentToken(), JsonToken.START_ARRAY, "a step of " + tokenizer.width() + " pitches");
            int voices = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (++voices > tokenizer.width()) {
                    break;
                }
                tokens.add(token(parser));
            }
            if (voices != tokenizer.width()) {
                throw refused(parser, "BAD_STEP", "a step does not have " + tokenizer.width() + " pitches");
            }
        }
        return tokens.toArray();
    }

    private int token(JsonParser parser) {
        if (!parser.currentToken().isNumeric()) {
            throw refused(parser, "BAD_PITCH", "a pitch is not a number");
        }
        double pitch = parser.getDoubleValue();
        if (pitch < 0) {
            return tokenizer.vocabulary().number("rest");
        }
        if (pitch != Math.rint(pitch) || pitch < tokenizer.lowest() || pitch > tokenizer.highest()) {
            throw refused(parser, "BAD_PITCH", "a pitch is not a whole number between " + tokenizer.lowest() + " and "
                    + tokenizer.highest() + ": " + pitch);
        }
        return tokenizer.token((int) pitch);
    }

    private void expect(JsonParser parser, JsonToken found, JsonToken wanted, String what) {
        if (found != wanted) {
            throw refused(parser, "BAD_LAYOUT", "here should be " + what);
        }
    }

    private CadenzaException.InputException refused(JsonParser parser, String code, String cause) {
        return new CadenzaException.InputException(source, place(parser), code, cause + ".",
                "Use chorales in separated voices, as in Jsb16thSeparated.json.");
    }

    private Place place(JsonParser parser) {
        return new Place.Line(Math.max(1, parser.currentLocation().getLineNr()));
    }
}
