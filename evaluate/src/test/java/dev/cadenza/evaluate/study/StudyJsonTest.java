package dev.cadenza.evaluate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyJsonTest {

    @TempDir
    Path folder;

    @Test
    void aStudyIsReadAsItWasWritten() {
        StudyFolder study = new StudyFolder(folder);
        study.write(Studies.usual());
        assertEquals(Studies.usual(), study.design());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "\"version\" : 1|\"version\" : 2|version 2",
        "\"seed\" : 7|\"seed\" : \"seven\"|seed",
        "\"prefer\"|\"prefers\"|prefers",
        "\"a000000000000003\"|\"../../etc/passwd\"|key",
        "\"side\" : \"B\"|\"side\" : \"A\"|both sides",
        "\"minutes\" : 15|\"minutes\" : 1e9|minutes",
        "cadenza-study|cadenza-corpus|no study",
        "{|[|JSON"})
    void whatIsWrongIsSaid(String was, String becomes, String word) throws IOException {
        String text = new String(StudyJson.write(Studies.usual()), StandardCharsets.UTF_8);
        assertTrue(text.contains(was), text);
        StudyFolder study = new StudyFolder(folder);
        Files.writeString(study.designFile(), text.replace(was, becomes));
        InputException wrong = assertThrows(InputException.class, study::design);
        assertEquals("STUDY_DAMAGED", wrong.code());
        assertTrue(wrong.getMessage().contains(word), wrong.getMessage());
    }

    /// Any byte may be any other, and any part may be missing: it is a study, or it is said that it is none.
    @Property(tries = 300)
    void damageIsAlwaysSaidInWords(@ForAll @IntRange(max = 9_000) int place, @ForAll byte value, @ForAll @IntRange(max = 40) int missing)
            throws IOException {
        byte[] whole = StudyJson.write(Studies.of(3, 3, 10, List.of(Question.values()), 1));
        int from = place % whole.length;
        whole[from] = value;
        byte[] damaged = Arrays.copyOf(whole, whole.length - (from % 7 == 0 ? missing : 0));
        Path root = Files.createTempDirectory("study");
        try {
            StudyFolder study = new StudyFolder(root);
            Files.write(study.designFile(), damaged);
            try {
                Schedule.of(study.design(), 5);
            } catch (InputException e) {
                assertEquals("STUDY_DAMAGED", e.code());
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
            }
        } finally {
            Files.delete(new StudyFolder(root).designFile());
            Files.delete(root);
        }
    }

    @Test
    void aFolderWithoutStudyIsSaidToBeNone() {
        assertEquals("NO_STUDY", assertThrows(InputException.class, new StudyFolder(folder)::design).code());
    }

    @Test
    void listenersAreNeverToldWhatIsWhat() {
        List<Trial> trials = Schedule.of(Studies.usual(), 0);
        for (Trial trial : trials) {
            String json = StudyJson.forListener(trial).toString();
            assertFalse(json.contains("correct") || json.contains("side") || json.contains(".mid"), json);
        }
        assertEquals("{\"id\":3,\"kind\":\"check\",\"instruction\":\"scrambled\",\"left\":\"x\",\"right\":\"y\"}",
                StudyJson.forListener(new Trial.Check(3, "x", "y", Choice.RIGHT)).toString());
        assertEquals("{\"id\":1,\"kind\":\"pair\",\"question\":\"composed_by_a_person\",\"left\":\"x\",\"right\":\"y\"}",
                StudyJson.forListener(new Trial.Pair(1, Question.COMPOSED_BY_A_PERSON, "x", "y")).toString());
        assertEquals("{\"id\":2,\"kind\":\"rating\",\"clip\":\"x\",\"scales\":[\"structure\",\"harmony\",\"melody\",\"rhythm\",\"expression\"]}",
                StudyJson.forListener(new Trial.Rating(2, "x", StudyDesign.SCALES)).toString());
    }

    @Test
    void aKeyNamesNoOtherFile() {
        assertThrows(IllegalArgumentException.class, () -> new StudyFolder(folder).clip("../study"));
    }
}
