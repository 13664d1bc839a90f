package dev.cadenza.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.study.Answer;
import dev.cadenza.evaluate.study.Choice;
import dev.cadenza.evaluate.study.Listener;
import dev.cadenza.evaluate.study.Schedule;
import dev.cadenza.evaluate.study.Skill;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyFolder;
import dev.cadenza.evaluate.study.Trial;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.studio.StudyFixture;
import dev.cadenza.studio.store.AnswerStore.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerStoreTest {

    private static final Skill SKILL = new Skill(4, true, 3);

    /// Its name holds what means something in addresses of databases.
    @TempDir
    Path above;
    StudyFolder folder;
    StudyDesign design;

    @BeforeEach
    void make() throws IOException {
        folder = StudyFixture.make(above.resolve("a ?mode=memory#b %41 ä"));
        design = folder.design();
    }

    private AnswerStore open() {
        return AnswerStore.open(folder, design, "first");
    }

    private Answer.OfPair answer(Listener listener, Choice choice) {
        Trial.Pair trial = Schedule.of(design, listener.number()).stream().filter(Trial.Pair.class::isInstance).map(Trial.Pair.class::cast)
                .findFirst().orElseThrow();
        return new Answer.OfPair(listener.id(), trial, choice, 3.25);
    }

    private String refusal() {
        CadenzaException writing = assertThrows(CadenzaException.class, this::open);
        assertTrue(writing.getMessage().endsWith("."), writing.getMessage());
        CadenzaException reading = assertThrows(CadenzaException.class, () -> AnswerStore.read(folder, design));
        assertEquals(writing.code(), reading.code());
        return writing.code();
    }

    private void meddle(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + folder.answers().toUri().getRawPath());
             Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void whatIsKeptIsThereAgain() {
        Listener listener;
        Answer.OfPair answer;
        try (AnswerStore store = open()) {
            listener = store.add("one", SKILL, 2).orElseThrow();
            assertEquals(0, listener.number());
            assertEquals(1, store.add("two", SKILL, 2).orElseThrow().number());
            assertTrue(store.add("three", SKILL, 2).isEmpty(), "full");
            answer = answer(listener, Choice.LEFT);
            assertEquals(Kept.NEW, store.keep(listener, answer));
            assertEquals(Kept.BEFORE, store.keep(listener, answer));
            assertEquals(Kept.OTHER, store.keep(listener, answer(listener, Choice.RIGHT)));
            assertEquals(Set.of(answer.trial().id()), store.answered(listener));
            assertEquals(1, store.finished(1));
            assertEquals(0, store.finished(2));
        }
        assertTrue(Files.exists(folder.answers()), "in the folder of the study and nowhere else");
        try (AnswerStore store = AnswerStore.open(folder, design, "second")) {
            assertEquals("first", store.token());
            assertEquals(listener, store.listener("one").orElseThrow());
            assertTrue(store.listener("nobody").isEmpty());
            assertEquals(2, AnswerStore.read(folder, design).listeners().size(), "while it is open");
        }
        assertEquals(List.of(answer), AnswerStore.read(folder, design).answers());
    }

    @Test
    void nobodyHasListenedYet() throws IOException {
        assertTrue(AnswerStore.read(folder, design).listeners().isEmpty());
        assertFalse(Files.exists(folder.answers()), "reading makes no file");
        Files.createFile(folder.answers());
        assertTrue(AnswerStore.read(folder, design).listeners().isEmpty(), "a server that ended before it made the tables");
        open().close();
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        open().close();
        if (Files.getFileStore(folder.root()).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.answers())));
        }
    }

    @Test
    void oneAtATime() {
        try (AnswerStore store = open()) {
            assertEquals("STUDY_IN_USE", assertThrows(CadenzaException.class, this::open).code());
            assertEquals("first", store.token());
        }
        open().close();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsTold() throws IOException {
        Files.createDirectory(folder.root().resolve("answers.lock"));
        assertEquals("CANNOT_WRITE", assertThrows(CadenzaException.class, this::open).code());
    }

    @Test
    void anotherDesignIsRefusedButNotAnotherTitle() throws IOException {
        open().close();
        folder = StudyFixture.make(folder.root(), 2);
        design = folder.design();
        assertEquals("STUDY_CHANGED", refusal());
        StudyFixture.make(folder.root(), 1);
        design = folder.design();
        design = new StudyDesign("Another title", design.languages(), design.seed(), design.minutes(), design.questions(), design.scales(), "x", "y",
                design.loudness(), design.clips(), design.checks());
        open().close();
    }

    @Test
    void damageIsTold() throws IOException {
        Files.writeString(folder.answers(), "This is no database, but it is longer than its header would be. ".repeat(20));
        assertEquals("ANSWERS_DAMAGED", refusal());
        Files.delete(folder.answers());
        try (AnswerStore store = open()) {
            for (int i = 0; i < 200; i++) {
                store.add("listener " + i, SKILL, 1000);
            }
        }
        byte[] bytes = Files.readAllBytes(folder.answers());
        Arrays.fill(bytes, 4096, bytes.length - 100, (byte) 0x5a);
        Files.write(folder.answers(), bytes);
        assertEquals("ANSWERS_DAMAGED", refusal());
        Files.delete(folder.answers());
        Files.createDirectory(folder.answers());
        assertEquals("ANSWERS_FOREIGN", refusal());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PRAGMA application_id=1 | ANSWERS_FOREIGN", "PRAGMA user_version=2 | ANSWERS_VERSION",
        "CREATE TRIGGER t AFTER INSERT ON answer BEGIN DELETE FROM answer; END | ANSWERS_DAMAGED", "DROP TABLE answer | ANSWERS_DAMAGED",
        "CREATE VIEW v AS SELECT 1 | ANSWERS_DAMAGED"})
    void foreignTablesAreRefused(String sql, String code) throws SQLException {
        open().close();
        meddle(sql);
        assertEquals(code, refusal());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"INSERT INTO answer (listener, trial, value, heard_seconds) VALUES (0, 1, 'neither', 1)",
        "INSERT INTO answer (listener, trial, value, heard_seconds) VALUES (0, 1000, 'left', 1)", "UPDATE listener SET level = 9",
        "UPDATE listener SET number = -1"})
    void senselessRowsAreDamage(String sql) throws SQLException {
        try (AnswerStore store = open()) {
            store.add("one", SKILL, 9);
        }
        meddle(sql);
        assertEquals("ANSWERS_DAMAGED", assertThrows(CadenzaException.class, () -> AnswerStore.read(folder, design)).code());
    }
}
