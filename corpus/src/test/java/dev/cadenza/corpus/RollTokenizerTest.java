package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollTokenizerTest {

    private static final RollTokenizer ROLL = new RollTokenizer(2, false);
    private static final RollTokenizer ONE = new RollTokenizer(2, true);
    private static final Instrument BASS = new Instrument(33, false);
    private static final Instrument FLUTE = new Instrument(73, false);
    private static final Instrument BIRD = new Instrument(123, false);

    private static Score score(Part... parts) {
        return new Score(480, List.of(), List.of(new Meter(0, 3, 4)), List.of(new KeySignature(0, 1, Mode.MAJOR)), List.of(),
                List.of(), List.of(parts), Metadata.NONE);
    }

    private static Part part(Instrument instrument, Note... notes) {
        return new Part("", instrument, List.of(notes));
    }

    private static Note note(long onset, long duration, int pitch) {
        return new Note(onset, duration, Pitch.of(pitch), 99);
    }

    private static Score band() {
        return score(part(FLUTE, note(240, 480, 72), note(720, 240, 72)), part(BASS, note(240, 720, 40), note(240, 240, 43)),
                part(Instrument.DRUM_KIT, note(240, 10, 36), note(240, 10, 42)), part(BIRD, note(0, 4000, 60)));
    }

    private static String said(EventTokenizer tokenizer, TokenSequence sequence) {
        return String.join(" ", Arrays.stream(sequence.tokens()).mapToObj(tokenizer.vocabulary()::name).toList());
    }

    private static Grammar.State after(EventTokenizer tokenizer, String... names) {
        Grammar.State state = tokenizer.grammar().start();
        for (String name : names) {
            state = state.after(tokenizer.vocabulary().number(name));
        }
        return state;
    }

    private static boolean allows(EventTokenizer tokenizer, Grammar.State state, String name) {
        return state.allowed().get(tokenizer.vocabulary().number(name));
    }

    @Test
    void tokensAndContextOfAKnownPhrase() {
        TokenSequence encoded = ROLL.encode(band());
        assertEquals("Step Bass_On_43 Bass_On_40 Drums_On_42 Drums_On_36 Strings_On_72 Step "
                + "Bass_Hold_40 Strings_Hold_72 Step Bass_Hold_40 Strings_On_72 Step", said(ROLL, encoded));
        List<List<Integer>> context = Arrays.stream(encoded.context()).map(row -> Arrays.stream(row).boxed().toList()).toList();
        assertEquals(List.of(1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4), context.get(0), "bar");
        assertEquals(List.of(0, 0, 1, 1, 2, 2, 5, 0, 1, 5, 0, 1, 5), context.get(2), "track");
        assertEquals(List.of(2), context.get(1).stream().distinct().toList(), "3/4");
        assertEquals(List.of(8), context.get(3).stream().distinct().toList(), "G major");
        assertEquals(List.of(1), context.get(4).stream().distinct().toList(), "the last bar");
        assertEquals(6, ROLL.notes(encoded));
        assertEquals(2, ROLL.quarters(encoded));
        assertEquals("Piano_On_72 Piano_On_40 Step Piano_Hold_40 Step", said(ONE, ONE.encode(
                score(part(FLUTE, note(0, 240, 72)), part(BASS, note(0, 480, 40))))));
    }

    @Test
    void theRollOfASequenceIsThatOfItsScore() {
        PianoRoll roll = ROLL.roll(ROLL.encode(band()));
        PianoRoll encoded = ROLL.rolls().encode(band());
        assertEquals(encoded.tracks(), roll.tracks());
        assertEquals(encoded, roll);
        assertEquals(Optional.of(new Meter(0, 3, 4)), roll.meter(0));
        assertEquals(1, roll.barPosition(0));
        assertEquals(0, ROLL.roll(new TokenSequence(1, new int[0], new int[5][0])).steps());
    }

    @Test
    void tracksAreDecodedWithTheirUsualInstruments() {
        Score reduced = ROLL.reduce(band());
        assertEquals(List.of(new Instrument(32, false), Instrument.DRUM_KIT, new Instrument(48, false)),
                reduced.parts().stream().map(Part::instrument).toList());
        assertEquals(band().meters(), reduced.meters());
        assertEquals(band().keys(), reduced.keys());
        assertEquals(List.of("240+480", "720+240"), reduced.parts().getLast().notes().stream()
                .map(note -> note.onset() + "+" + note.duration()).toList(), "struck again");
        for (int token = 0; token < ROLL.vocabulary().size(); token++) {
            String name = ROLL.vocabulary().name(token);
            Optional<Instrument> wanted = !name.contains("_On_") ? Optional.empty() : TrackKind.FIVE.stream()
                    .filter(track -> name.startsWith(track.name())).map(TrackKind::instrument).findFirst();
            assertEquals(wanted, ROLL.instrument(token), name);
            assertEquals(name.contains("_On_"), ROLL.begins(token), name);
            assertEquals(name.contains("_Hold_"), ROLL.goesOn(token), name);
        }
        assertEquals(Optional.empty(), ONE.instrument(ONE.vocabulary().number("Piano_On_60")));
    }

    @Test
    void aStepIsSaidInOneOrderAndOnlyWhatSoundedGoesOn() {
        Grammar.State begun = after(ROLL, "Step", "Guitar_On_60");
        for (String name : List.of("Guitar_On_60", "Guitar_On_61", "Bass_On_20", "Drums_On_0", "Guitar_Hold_50", "Piano_Hold_60")) {
            assertFalse(allows(ROLL, begun, name), name);
        }
        for (String name : List.of("Guitar_On_59", "Piano_On_90", "Strings_On_0", "Step")) {
            assertTrue(allows(ROLL, begun, name), name);
        }
        Grammar.State later = begun.after(RollTokens.STEP);
        assertTrue(allows(ROLL, later, "Guitar_Hold_60") && allows(ROLL, later, "Guitar_On_60"));
        assertFalse(allows(ROLL, later, "Guitar_Hold_59"));
        assertFalse(allows(ROLL, after(ROLL, "Guitar_On_60", "Step", "Step"), "Guitar_Hold_60"), "it has stopped");
        assertThrows(IllegalArgumentException.class, () -> begun.after(ROLL.vocabulary().number("Bass_On_20")));
        assertThrows(IllegalArgumentException.class, () -> begun.after(-1));
        assertThrows(IllegalArgumentException.class, () -> begun.after(ROLL.vocabulary().size()));
    }

    @Test
    void musicEndsBehindAStepThatSounds() {
        assertFalse(after(ONE).mayEnd());
        assertFalse(after(ONE, "Step").mayEnd());
        assertFalse(after(ONE, "Piano_On_60").mayEnd());
        assertTrue(after(ONE, "Step", "Piano_On_60", "Step").mayEnd());
        assertFalse(after(ONE, "Piano_On_60", "Step", "Step").mayEnd());
    }

    @Test
    void drumsStayWhereTheyAre() {
        int drum = ROLL.vocabulary().number("Drums_Hold_36");
        int held = ROLL.vocabulary().number("Strings_Hold_0");
        assertEquals(drum, ROLL.transpose(drum, 5));
        assertEquals(List.of(-1, -1, 0), List.of(ROLL.pitch(drum, 0), ROLL.pitch(RollTokens.STEP, 0), ROLL.pitch(held, 0)));
        assertEquals(-1, ROLL.transpose(held, -1));
        assertEquals(ROLL.vocabulary().number("Strings_Hold_12"), ROLL.transpose(held, 12));
        assertEquals(RollTokens.STEP, ROLL.transpose(RollTokens.STEP, 12));
    }

    @Test
    void whatCannotBeSaidIsRefused() {
        assertEquals("NO_NOTES", assertThrows(RequestException.class,
                () -> ROLL.encode(score(part(BIRD, note(0, 480, 60))))).code());
        List<Note> held = new ArrayList<>();
        for (int pitch = 0; pitch < 128; pitch++) {
            held.add(note(0, 240L * 20_000, pitch));
        }
        assertEquals("TOO_LONG", assertThrows(RequestException.class,
                () -> ONE.encode(score(new Part("", Instrument.PIANO, held)))).code());
        TokenSequence open = new TokenSequence(1, new int[] {ONE.vocabulary().number("Piano_On_60")}, new int[5][1]);
        assertEquals(240, ONE.decode(open).end());
        assertThrows(IllegalArgumentException.class, () -> ONE.decode(new TokenSequence(1, new int[1], new int[4][1])));
    }
}
