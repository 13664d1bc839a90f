package dev.cadenza.corpus.read;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads music written as JSON in steps of equal time: `{"train": [piece, ...], "valid": ..., "test": ...}`, a piece being
/// a list of steps, a step a list of MIDI pitches, which may be written as `74.0`. This is how the JSB Chorales are
/// published (github.com/czhuang/JSB-Chorales-dataset). Pieces are handed on one by one as they are read.
///
/// @param width how many pitches each step has; 0 for any number
/// @param lowest lowest pitch allowed, 0 or more
/// @param highest highest pitch allowed, at most 127
/// @param wanted what such a file is called in remedies: "chorales in separated voices"
public record StepJson(int width, int lowest, int highest, String wanted) {

    /// A pitch of a voice that is silent; any negative number is read as one.
    public static final int SILENT = -1;

    private static final List<String> SPLITS = List.of("train", "valid", "test");
    private static final long MAX_BYTES = 256L << 20;
    private static final int MAX_PIECES = 100_000;
    private static final int MAX_STEPS = 100_000;
    private static final int MAX_CHORD = 128;

    /// Takes a piece.
    @FunctionalInterface
    public interface Sink {

        /// @param split `train`, `valid` or `test`
        /// @param number of the piece in its split, from 0
        /// @param steps the pitches of each step, [SILENT] for none; 100,000 steps at most
        void piece(String split, int number, int[][] steps);
    }

    /// Reads a file.
    ///
    /// @throws InputException where it cannot be read, is no such JSON, or is larger than 256 MB
    public void read(Path file, Sink sink) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException(file.toString(), new Place.Nowhere(), "TOO_LARGE",
                        "the file is larger than " + (MAX_BYTES >> 20) + " MB.", "Split it into smaller files.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                read(in, file.toString(), sink);
            }
        } catch (IOException e) {
            throw new InputException(file.toString(), new Place.Nowhere(), "CANNOT_READ",
                    "the file cannot be read (" + FileFaults.reason(e) + ").", "Check its name and whether it may be read.", e);
        }
    }

    /// Reads a stream.
    ///
    /// @param source what the stream is called in messages
    /// @throws InputException where it is no such JSON
    public void read(InputStream in, String source, Sink sink) {
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(8).maxNumberLength(32).maxNameLength(64).maxStringLength(1024).build()).build();
        // A parser looks at the first bytes when it is made, and may refuse them then.
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
            new Reading(this, parser, source, sink).file();
        } catch (JacksonException e) {
            throw new InputException(source, line(e.getLocation()), "BAD_JSON",
                    "the file is no valid JSON (" + e.getOriginalMessage().lines().findFirst().orElse("") + ").",
                    "Use an undamaged copy of it.", e);
        }
    }

    /// @param location null where the parser does not say
    private static Place line(TokenStreamLocation location) {
        return new Place.Line(location == null ? 1 : Math.max(1, location.getLineNr()));
    }

    private record Reading(StepJson form, JsonParser parser, String source, Sink sink) {

        void file() {
            expect(parser.nextToken(), JsonToken.START_OBJECT, "an object with train, valid and test");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String split = parser.currentName();
                if (!SPLITS.contains(split)) {
                    throw refused("BAD_FIELD", "the file has a part called \"" + split + "\"; train, valid and test are known");
                }
                pieces(split);
            }
        }

        private void pieces(String split) {
            expect(parser.nextToken(), JsonToken.START_ARRAY, "a list of pieces");
            for (int number = 0; parser.nextToken() != JsonToken.END_ARRAY; number++) {
                if (number >= MAX_PIECES) {
                    throw refused("TOO_MANY", "there are more than " + MAX_PIECES + " pieces");
                }
                expect(parser.currentToken(), JsonToken.START_ARRAY, "a piece");
                sink.piece(split, number, piece());
            }
        }

        private int[][] piece() {
            List<int[]> steps = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (steps.size() >= MAX_STEPS) {
                    throw refused("TOO_LONG", "a piece has more than " + MAX_STEPS + " steps");
                }
                expect(parser.currentToken(), JsonToken.START_ARRAY,
                        form.width == 0 ? "a list of pitches" : "a step of " + form.width + " pitches");
                steps.add(step());
            }
            return steps.toArray(int[][]::new);
        }

        private int[] step() {
            int[] pitches = new int[form.width == 0 ? MAX_CHORD : form.width];
            int size = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (size == pitches.length) {
                    throw badStep();
                }
                pitches[size++] = pitch();
            }
            if (form.width != 0 && size != form.width) {
                throw badStep();
            }
            return Arrays.copyOf(pitches, size);
        }

        private InputException badStep() {
            return refused("BAD_STEP", form.width == 0 ? "a step has more than " + MAX_CHORD + " pitches"
                    : "a step does not have " + form.width + " pitches");
        }

        private int pitch() {
            if (!parser.currentToken().isNumeric()) {
                throw refused("BAD_PITCH", "a pitch is not a number");
            }
            double pitch = parser.getDoubleValue();
            if (pitch < 0) {
                return SILENT;
            }
            if (pitch != Math.rint(pitch) || pitch < form.lowest || pitch > form.highest) {
                throw refused("BAD_PITCH", "a pitch is not a whole number between " + form.lowest + " and " + form.highest
                        + ": " + pitch);
            }
            return (int) pitch;
        }

        private void expect(JsonToken found, JsonToken wanted, String what) {
            if (found != wanted) {
                throw refused("BAD_LAYOUT", "here should be " + what);
            }
        }

        private InputException refused(String code, String cause) {
            return new InputException(source, line(parser.currentLocation()), code, cause + ".", "Use " + form.wanted + ".");
        }
    }
}
