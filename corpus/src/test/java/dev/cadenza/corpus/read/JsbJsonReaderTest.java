package dev.cadenza.corpus.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.score.CadenzaException.InputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsbJsonReaderTest {

    private static final String FILE = """
            {"train": [[[72, 67.0, 60, 48], [72, 67, 60, -1]],
                       []],
             "valid": [[[74, 65, 59, 43], [-1.0, 65, 59, 43], [74, 65, 59, 43]]],
             "test": [[[60, 60, 60, 36]]]}
            """;

    private static Corpus read(String json) {
        return JsbJsonReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "three.json",
                SatbTokenizer.SIXTEENTHS);
    }

    @Test
    void keepsTheSplitOfTheFile() {
        Corpus corpus = read(FILE);
        assertEquals(List.of("train/0"), corpus.train().stream().map(Piece::id).toList());
        assertEquals(List.of("valid/0"), corpus.valid().stream().map(Piece::id).toList());
        assertEquals(1, corpus.test().size());
        assertEquals(0, corpus.train().getFirst().tokens().token(1, 3), "a rest in the bass");
        assertEquals(72, corpus.tokenizer().pitch(corpus.train().getFirst().tokens().token(0, 0), 0));
        assertEquals("kept 3 of 4 pieces; dropped 1: 1 empty", corpus.report().toString());
    }

    @Test
    void takesWhatExceedsWholeBarsForTheUpbeat() {
        String step = "[72,67,60,48]";
        Corpus corpus = read("{\"train\":[[" + (step + ",").repeat(19) + step + "]]}");
        Piece piece = corpus.train().getFirst();
        assertEquals(13, piece.tokens().context(1, 0));
        assertEquals(1, piece.tokens().context(1, 4));
        assertEquals(16, piece.tokens().context(1, 19));
    }

    @Test
    void damagedFilesAreRefusedWithTheirLine() {
        refused("BAD_JSON", "line 2", "{\"train\": [[[72,67,60,48],\n");
        refused("BAD_LAYOUT", "line 1", "");
        refused("BAD_LAYOUT", "line 1", "[]");
        refused("BAD_LAYOUT", "line 1", "{\"train\": [[72,67,60,48]]}");
        refused("BAD_STEP", "line 2", "{\"train\": [[\n[72,67,60]]]}");
        refused("BAD_STEP", "line 1", "{\"train\": [[[72,67,60,48,50]]]}");
        refused("BAD_PITCH", "line 1", "{\"train\": [[[72,67,60,48.5]]]}");
        refused("BAD_PITCH", "line 1", "{\"train\": [[[72,67,60,1e300]]]}");
        refused("BAD_PITCH", "line 1", "{\"train\": [[[72,67,60,\"48\"]]]}");
        refused("BAD_PITCH", "line 1", "{\"train\": [[[72,67,60,[48]]]]}");
        refused("BAD_FIELD", "line 1", "{\"training\": []}");
        refused("BAD_LAYOUT", "line 1", "[".repeat(100_000));
    }

    private static void refused(String code, String place, String json) {
        InputException refused = assertThrows(InputException.class, () -> read(json), json.substring(0, Math.min(60, json.length())));
        assertEquals(code + " " + place, refused.code() + " " + refused.place());
    }
}
