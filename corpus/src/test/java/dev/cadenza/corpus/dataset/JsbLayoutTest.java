package dev.cadenza.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.dataset.JsbLayout.Grid;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsbLayoutTest {

    private static final String SEPARATED = """
            {"test": [[[72, 67, 60, 48], [72, 67.0, -1, 48], [74, 67, 59, 48]]],
             "train": [[[60, 60, 60, 36]], []],
             "valid": [[[72, 67, 60, 48]]]}
            """;

    @TempDir
    private Path folder;

    private void put(Grid grid, String json) throws IOException {
        Files.writeString(folder.resolve(grid.file()), json);
    }

    private List<SourcePiece> pieces(JsbLayout layout) {
        List<Item> items = layout.items(folder);
        assertEquals(1, items.size());
        return items.getFirst().read();
    }

    @Test
    void separatedVoicesComeWithTheSplitOfTheFile() throws IOException {
        put(Grid.SEPARATED, SEPARATED);
        List<SourcePiece> pieces = pieces(new JsbLayout());
        assertEquals(List.of("Jsb16thSeparated.json#test/0", "Jsb16thSeparated.json#train/0", "Jsb16thSeparated.json#train/1",
                "Jsb16thSeparated.json#valid/0"), pieces.stream().map(SourcePiece::id).toList());
        assertEquals(List.of(Share.TEST, Share.TRAIN, Share.TRAIN, Share.VALID), pieces.stream().map(SourcePiece::share).toList());
        Score score = pieces.getFirst().score();
        assertEquals(List.of("Soprano", "Alto", "Tenor", "Bass"), score.parts().stream().map(Part::name).toList());
        assertEquals(List.of(note(0, 240, 72), note(240, 120, 74)), score.parts().get(0).notes());
        assertEquals(List.of(note(0, 120, 60), note(240, 120, 59)), score.parts().get(2).notes(), "a rest at the second step");
        assertEquals(List.of(new Meter(0, 4, 4), new Meter(360, 4, 4)), score.meters(), "three steps too many for whole bars");
    }

    @Test
    void chordsOfFourAreVoicesFromHighToLow() throws IOException {
        put(Grid.EIGHTH, """
                {"train": [[[48, 60.0, 67, 72], [], [53, 53, 69, 60]]]}""");
        Score score = pieces(new JsbLayout(Grid.EIGHTH)).getFirst().score();
        assertEquals(4, score.parts().size());
        assertEquals(List.of(note(0, 240, 72), note(480, 240, 69)), score.parts().get(0).notes());
        assertEquals(List.of(note(0, 240, 60), note(480, 240, 53)), score.parts().get(2).notes());
        assertEquals(List.of(note(0, 240, 48), note(480, 240, 53)), score.parts().get(3).notes());
    }

    @Test
    void otherChordsAreOnePart() throws IOException {
        put(Grid.QUARTER, """
                {"train": [[[48, 60, 67, 72], [48, 67, 72], [50]]]}""");
        Score score = pieces(new JsbLayout(Grid.QUARTER)).getFirst().score();
        assertEquals(1, score.parts().size());
        assertEquals(List.of(note(0, 960, 48), note(0, 480, 60), note(0, 960, 67), note(0, 960, 72), note(960, 480, 50)),
                score.parts().getFirst().notes());
    }

    @Test
    void ofSeveralGridsTheSeparatedVoicesAreRead() throws IOException {
        put(Grid.EIGHTH, "{}");
        put(Grid.SIXTEENTH, "{}");
        assertEquals("jsb-chorales-16th.json", new JsbLayout().items(folder).getFirst().id());
        put(Grid.SEPARATED, SEPARATED);
        assertEquals("Jsb16thSeparated.json", new JsbLayout().items(folder).getFirst().id());
        assertEquals("jsb-chorales-8th.json", new JsbLayout(Grid.EIGHTH).items(folder).getFirst().id());
        assertEquals("jsb:8th", new JsbLayout(Grid.EIGHTH).name());
    }

    @Test
    void isFoundBelowTheFolderThatIsNamed() throws IOException {
        assertFalse(new JsbLayout().recognises(folder));
        assertThrows(InputException.class, () -> new JsbLayout().items(folder));
        Path inner = Files.createDirectories(folder.resolve("a/JSB-Chorales-dataset"));
        Path file = Files.writeString(inner.resolve("Jsb16thSeparated.json"), SEPARATED);
        assertTrue(new JsbLayout().recognises(folder));
        assertEquals(List.of(file), new JsbLayout().items(folder).getFirst().files());
        assertTrue(new JsbLayout().recognises(file));
        assertFalse(new JsbLayout(Grid.QUARTER).recognises(file));
    }

    @Test
    void damagedFilesAreRefusedWithTheirLine() throws IOException {
        refused("BAD_JSON", "line 2", "{\"train\": [[[72,67,60,48],\n");
        refused("BAD_STEP", "line 1", "{\"train\": [[[72,67,60]]]}");
        refused("BAD_PITCH", "line 1", "{\"train\": [[[72,67,60,128]]]}");
        refused("BAD_LAYOUT", "line 1", "[".repeat(100_000));
    }

    private void refused(String code, String place, String json) throws IOException {
        put(Grid.SEPARATED, json);
        InputException refused = assertThrows(InputException.class, () -> pieces(new JsbLayout()));
        assertEquals(code + " " + place, refused.code() + " " + refused.place());
    }

    private static Note note(long onset, long duration, int pitch) {
        return new Note(onset, duration, Pitch.of(pitch), 80);
    }
}
