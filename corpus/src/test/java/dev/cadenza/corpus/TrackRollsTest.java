package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrackRollsTest {

    private static final TrackRolls ROLLS = new TrackRolls(4);
    private static final Instrument BASS = new Instrument(33, false);
    private static final int DRUMS_TRACK = 1;

    private static Score band(Part... parts) {
        return new Score(480, List.of(), List.of(Meter.common()), List.of(), List.of(), List.of(), List.of(parts), Metadata.NONE);
    }

    private static Note note(long onset, long duration, int pitch) {
        return new Note(onset, duration, Pitch.of(pitch), 99);
    }

    private static List<String> notes(Part part) {
        return part.notes().stream().map(note -> note.onset() + "+" + note.duration() + " " + note.pitch().midi()).toList();
    }

    @Test
    void instrumentsFindTheirTracks() {
        int[] programs = {0, 7, 8, 24, 31, 32, 39, 40, 48, 56, 80, 111, 112, 127};
        int[] wanted = {3, 3, 4, 2, 2, 0, 0, 4, 4, 4, 4, 4, -1, -1};
        for (int i = 0; i < programs.length; i++) {
            assertEquals(wanted[i], ROLLS.track(new Part("", new Instrument(programs[i], false), List.of())), "program " + programs[i]);
        }
        assertEquals(1, ROLLS.track(new Part("", new Instrument(40, true), List.of())));
        Score kept = ROLLS.reduce(band(new Part("kit", Instrument.DRUM_KIT, List.of(note(0, 1, 36))), new Part("a", BASS,
                List.of(note(0, 480, 40))), new Part("b", BASS, List.of(note(480, 480, 43)))));
        assertEquals(List.of("Bass", "Drums", "Guitar", "Piano", "Strings"), kept.parts().stream().map(Part::name).toList());
        assertEquals(List.of("0+480 40", "480+480 43"), notes(kept.parts().getFirst()));
        assertEquals(List.of("0+120 36"), notes(kept.parts().get(1)), "a drum lasts one step at least");
        assertTrue(kept.parts().get(DRUMS_TRACK).instrument().drums());
        assertTrue(kept.parts().get(2).notes().isEmpty());
    }

    @Test
    void repeatedNotesStayApart() {
        Score repeated = band(new Part("", BASS, List.of(note(0, 480, 40), note(480, 480, 40), note(960, 960, 40))));
        assertEquals(List.of("0+480 40", "480+480 40", "960+960 40"), notes(ROLLS.reduce(repeated).parts().getFirst()));
        PianoRoll roll = ROLLS.encode(repeated);
        PianoRoll.Track bass = roll.tracks().getFirst();
        assertTrue(bass.begins(4, 40) && bass.sounds(5, 40));
        assertFalse(bass.begins(5, 40) || bass.sounds(5, 41));
        assertEquals(16, roll.steps());
        assertEquals(2, roll.barPosition(1));
    }

    @Test
    void notesThatOverlapAtOnePitchEndTogether() {
        Score overlapping = band(new Part("", BASS, List.of(note(0, 1920, 40), note(480, 240, 40))));
        assertEquals(List.of("0+480 40", "480+1440 40"), notes(ROLLS.reduce(overlapping).parts().getFirst()));
    }

    @Test
    void aSliceBeginsWithWhatSounds() {
        PianoRoll roll = ROLLS.encode(band(new Part("", BASS, List.of(note(0, 1920, 40)))));
        PianoRoll slice = roll.slice(6, 4);
        assertEquals(List.of("0+480 40"), notes(ROLLS.decode(slice).parts().getFirst()));
        assertEquals(7, slice.barPosition(0));
        assertThrows(IllegalArgumentException.class, () -> roll.slice(10, 7));
    }

    @Test
    void tracksAreOfOnesOwnChoice() {
        TrackRolls duo = new TrackRolls(3, List.of(new TrackKind("Tune", false, List.of(73, 40)), new TrackKind("Kit", true, List.of())));
        Score reduced = duo.reduce(band(new Part("", new Instrument(40, false), List.of(note(160, 160, 70)))));
        assertEquals(new Instrument(73, false), reduced.parts().getFirst().instrument());
        assertEquals(List.of("160+160 70"), notes(reduced.parts().getFirst()), "triplets");
        assertThrows(IllegalArgumentException.class, () -> duo.decode(ROLLS.encode(reduced)));
        TrackKind kit = new TrackKind("Kit", true, List.of());
        assertThrows(IllegalArgumentException.class, () -> new TrackRolls(4, List.of(kit, new TrackKind("More", true, List.of()))));
        assertThrows(IllegalArgumentException.class, () -> new TrackRolls(4, List.of(kit, new TrackKind("Kit", false, List.of(1)))));
        assertThrows(IllegalArgumentException.class, () -> new TrackRolls(4, List.of(new TrackKind("A", false, List.of(1)),
                new TrackKind("B", false, List.of(1)))));
        assertThrows(IllegalArgumentException.class, () -> new TrackRolls(4, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new TrackRolls(7));
        assertThrows(IllegalArgumentException.class, () -> new TrackKind("A", false, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new TrackKind("A", false, List.of(128)));
    }

    @Test
    void rollsAreNamedAndFoundAgain() {
        assertEquals(ROLLS, Representations.rollsFromJson(Representations.toJson(ROLLS)));
        JsonMapper json = new JsonMapper();
        String one = "{\"name\":\"tracks\",\"stepsPerQuarter\":4,\"tracks\":[{\"name\":\"Kit\",\"drums\":true,\"programs\":[]}]}";
        assertEquals(one, Representations.toJson(Representations.rollsFromJson(json.readTree(one))).toString());
        for (String damaged : List.of("{\"name\":\"tracks\"}", one.replace("4", "7"), one.replace("[]", "[0]"), one.replace("Kit", ""))) {
            assertEquals("BAD_REPRESENTATION", assertThrows(ModelException.class,
                    () -> Representations.rollsFromJson(json.readTree(damaged))).code(), damaged);
        }
        assertEquals("UNKNOWN_REPRESENTATION", assertThrows(ModelException.class,
                () -> Representations.rollsFromJson(json.readTree("{\"name\":\"melody\"}"))).code());
    }

    @Test
    void rollsThatContradictThemselvesAreRefused() {
        BitSet bit = new BitSet();
        bit.set(PianoRoll.PITCHES + 40);
        assertThrows(IllegalArgumentException.class, () -> new PianoRoll.Track("", new BitSet(), bit));
        assertThrows(IllegalArgumentException.class, () -> new PianoRoll.Track("", bit, bit));
        PianoRoll.Track track = new PianoRoll.Track("a", bit, new BitSet());
        Plan plan = RandomMusic.plan(RandomMusic.random(1), 1);
        assertThrows(IllegalArgumentException.class, () -> PianoRoll.of(List.of(track), plan, 4));
        assertThrows(IllegalArgumentException.class, () -> PianoRoll.of(List.of(track, track), plan, 4));
    }

    @Test
    void silenceAndDistanceDoNoHarm() {
        assertEquals(0, ROLLS.encode(band()).steps());
        assertEquals(List.of(), ROLLS.decode(ROLLS.encode(band())).parts().getFirst().notes());
        Score far = band(new Part("", BASS, List.of(note(480L * 1_000_000_000, 1, 40))));
        assertEquals("TOO_LONG", assertThrows(RequestException.class, () -> ROLLS.encode(far)).code());
    }

    @Property(tries = 500)
    void reducedBandsSurvive(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int which) {
        TrackRolls rolls = new TrackRolls(List.of(2, 4, 12, 24).get(which));
        Score score = band(RandomMusic.random(seed));
        PianoRoll encoded = rolls.encode(score);
        Score reduced = rolls.decode(encoded);
        assertEquals(encoded, rolls.encode(reduced));
        assertEquals(reduced, rolls.reduce(reduced));
    }

    private static Score band(RandomGenerator random) {
        Score lines = RandomMusic.score(random, 6);
        List<Part> parts = new ArrayList<>();
        for (Part line : lines.parts()) {
            List<Note> notes = new ArrayList<>(line.notes());
            RandomMusic.score(random, 1).parts().getFirst().notes().stream().limit(5).forEach(notes::add);
            notes.sort(Note.ORDER);
            parts.add(new Part("", new Instrument(random.nextInt(128), random.nextInt(4) == 0), notes));
        }
        return lines.withParts(parts);
    }

    @Property(tries = 300)
    void everyRollThatSoundsToItsEndSurvives(@ForAll long seed) {
        RandomGenerator random = RandomMusic.random(seed);
        int steps = 1 + random.nextInt(100);
        List<PianoRoll.Track> tracks = new ArrayList<>();
        for (TrackKind kind : TrackKind.FIVE) {
            BitSet onsets = new BitSet();
            BitSet held = new BitSet();
            for (int i = random.nextInt(200); i > 0; i--) {
                onsets.set(random.nextInt(steps * PianoRoll.PITCHES));
            }
            for (int bit = onsets.nextSetBit(0); bit >= 0; bit = onsets.nextSetBit(bit + 1)) {
                int longest = random.nextInt(6);
                for (int next = bit + PianoRoll.PITCHES; next < steps * PianoRoll.PITCHES && !onsets.get(next)
                        && longest-- > 0; next += PianoRoll.PITCHES) {
                    held.set(next);
                }
            }
            onsets.set((steps - 1) * PianoRoll.PITCHES + 60);
            held.clear((steps - 1) * PianoRoll.PITCHES + 60);
            tracks.add(new PianoRoll.Track(kind.name(), onsets, held));
        }
        PianoRoll roll = PianoRoll.of(tracks, RandomMusic.plan(random, steps), 4);
        assertEquals(roll, ROLLS.encode(ROLLS.decode(roll)));
    }
}
