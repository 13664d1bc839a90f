package dev.cadenza.evaluate.originality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PassageIndexTest {

    @Property(tries = 60)
    void aPlantedPassageIsFoundInAnyKeyWithItsBars(@ForAll long seed, @ForAll @IntRange(min = 10, max = 24) int length,
            @ForAll @IntRange(min = -7, max = 7) int transposition, @ForAll @IntRange(max = 2) int part,
            @ForAll @IntRange(max = 6) int bar) {
        RandomGenerator random = Songs.random(seed);
        List<Score> pieces = IntStream.range(0, 6).mapToObj(i -> Songs.piece(2, 12, random)).toList();
        PassageIndex.Builder builder = PassageIndex.builder();
        IntStream.range(0, 6).forEach(i -> builder.add("piece " + i, pieces.get(i)));
        List<Note> source = pieces.get(random.nextInt(6)).parts().get(random.nextInt(2)).notes();
        int first = random.nextInt(source.size() - length);
        List<Note> passage = source.subList(first, first + length);
        int piece = IntStream.range(0, 6).filter(i -> pieces.get(i).parts().stream().anyMatch(p -> p.notes().equals(source)))
                .findFirst().orElseThrow();

        long at = (long) bar * Songs.BAR;
        List<List<Note>> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<Note> line = Songs.line(16, random);
            parts.add(i == part ? planted(line, passage, at, transposition) : line);
        }
        Match match = builder.build().matches(Songs.score(parts)).matches().getFirst();

        assertEquals("piece " + piece, match.piece());
        assertEquals(part + 1, match.part());
        assertEquals(transposition, match.transposition());
        // Where the note before has the pitch of the first, the two are one note and the passage begins with the second.
        long second = passage.get(1).onset();
        assertTrue(match.verbatim() && match.notes() >= length - 1, match::toString);
        assertTrue(match.firstBar() <= 1 + (at + second - passage.getFirst().onset()) / Songs.BAR && match.lastBar() >= 1 + (at + last(passage) - passage.getFirst().onset()) / Songs.BAR,
                match::toString);
        assertTrue(match.pieceFirstBar() <= 1 + second / Songs.BAR
                && match.pieceLastBar() >= 1 + last(passage) / Songs.BAR, match::toString);
        assertTrue(match.notes() <= length + 3, "what stands around it is music of its own: " + match);
    }

    private static long last(List<Note> passage) {
        return passage.getLast().onset();
    }

    /// A line with a passage in place of what begins while it sounds.
    private static List<Note> planted(List<Note> line, List<Note> passage, long at, int transposition) {
        long end = at + passage.getLast().end() - passage.getFirst().onset();
        List<Note> notes = new ArrayList<>();
        for (Note note : line) {
            if (note.onset() < at) {
                notes.add(new Note(note.onset(), Math.min(note.duration(), at - note.onset()), note.pitch(), 64));
            }
        }
        for (Note note : passage) {
            notes.add(new Note(note.onset() - passage.getFirst().onset() + at, note.duration(),
                    Pitch.of(note.pitch().midi() + transposition), 64));
        }
        line.stream().filter(note -> note.onset() >= end).forEach(notes::add);
        return notes;
    }

    @Test
    void unrelatedMusicGivesFewAlarms() {
        RandomGenerator random = Songs.random(7);
        PassageIndex bare = Songs.index(40, 2, 24, random);
        HeldOut heldOut = new HeldOut(bare);
        IntStream.range(0, 60).forEach(i -> heldOut.add(Songs.piece(2, 24, random)));
        PassageIndex index = bare.withBand(heldOut.band());
        long alarms = IntStream.range(0, 200).filter(i -> !index.matches(Songs.piece(2, 24, random)).copies().isEmpty()).count();
        assertTrue(alarms <= 25, alarms + " of 200, where one in twenty is meant");
        assertTrue(index.band().usualNotes() < 8, index.band()::toString);
    }

    @Test
    void repeatedNotesAndHeldOnesAreTheSame() {
        List<Note> held = Songs.line(8, Songs.random(3));
        List<Note> repeated = new ArrayList<>();
        for (Note note : held) {
            for (long tick = 0; tick < note.duration(); tick++) {
                repeated.add(new Note(note.onset() + tick, 1, note.pitch(), 64));
            }
        }
        PassageIndex index = PassageIndex.builder().add("held", Songs.score(List.of(held))).build();
        Match match = index.matches(Songs.score(List.of(repeated))).longestVerbatim().orElseThrow();
        assertEquals(held.size(), match.notes());
        assertEquals(8, match.pieceLastBar());
    }

    @Test
    void aChangedNoteMakesItNearlyTheSame() {
        List<Note> line = Songs.line(10, Songs.random(4));
        List<Note> changed = new ArrayList<>(line);
        int middle = line.size() / 2;
        Note note = line.get(middle);
        changed.set(middle, new Note(note.onset(), note.duration(), Pitch.of(note.pitch().midi() + 13), 64));
        PassageIndex index = PassageIndex.builder().add("line", Songs.score(List.of(line))).build();
        Originality found = index.matches(Songs.score(List.of(changed)));
        Match near = found.longestNear().orElseThrow();
        assertEquals(line.size() - 1, near.notes());
        assertEquals(1, near.firstBar());
        assertEquals(10, near.lastBar());
        assertTrue(near.sentence().contains("nearly"), near.sentence());
        assertTrue(found.longestVerbatim().orElseThrow().notes() < near.notes());
    }

    @Test
    void whatWasGivenDoesNotCount() {
        Score piece = Songs.piece(1, 12, Songs.random(5));
        PassageIndex index = PassageIndex.builder().add("piece", piece).build();
        Match match = index.matches(piece, 6 * Songs.BAR).longestVerbatim().orElseThrow();
        assertTrue(match.firstBar() >= 7, match::toString);
        assertEquals(List.of(), index.matches(piece, 12 * Songs.BAR).matches());
        assertEquals(List.of(), index.matches(piece, 0, id -> !id.equals("piece")).matches());
    }

    @Test
    void aMergedIndexFindsWhatEachFinds() {
        Score first = Songs.piece(2, 10, Songs.random(8));
        Score second = Songs.piece(2, 10, Songs.random(9));
        PassageIndex base = PassageIndex.builder().add("first", first).build();
        PassageIndex merged = PassageIndex.builder().add(base).add("second", second).build();
        assertEquals(List.of("first", "second"), merged.pieces());
        assertEquals(base.passages() + PassageIndex.builder().add("second", second).build().passages(), merged.passages());
        assertEquals("first", merged.matches(first).longestVerbatim().orElseThrow().piece());
        assertEquals("second", merged.matches(second).longestVerbatim().orElseThrow().piece());
        assertTrue(merged.whole());
        assertTrue(!PassageIndex.builder().add(PassageIndex.builder().partial().build()).build().whole());
    }

    @Test
    void oneTuneInEveryPartIsToldOnce() {
        Score piece = Songs.piece(2, 8, Songs.random(10));
        PassageIndex index = PassageIndex.builder().add("piece", piece).build().withBand(new Band(20, 95, 40, 6, 9));
        Originality found = index.matches(piece);
        assertTrue(found.matches().stream().filter(Match::beyondBand).count() >= 2);
        assertEquals(1, found.copies().size());
        assertEquals("bars 1-8 repeat bars 1-8 of piece, " + found.copies().getFirst().notes() + " notes",
                found.copies().getFirst().sentence());
    }

    @Test
    void anyNumberOfThreadsFindsTheSame() {
        PassageIndex index = Songs.index(20, 2, 16, Songs.random(11));
        List<Score> takes = IntStream.range(0, 40).mapToObj(i -> Songs.piece(2, 16, Songs.random(i))).toList();
        assertEquals(takes.stream().map(index::matches).toList(), takes.parallelStream().map(index::matches).toList());
    }

    /// A file may hold the same two notes ten thousand times.
    @Test
    void musicThatGoesInCirclesEnds() {
        List<Note> trill = IntStream.range(0, 20_000).mapToObj(i -> new Note(i, 1, Pitch.of(60 + i % 2), 64)).toList();
        PassageIndex index = PassageIndex.builder().add("trill", Songs.score(List.of(trill))).build();
        Originality found = index.matches(Songs.score(List.of(trill)));
        assertTrue(found.matches().size() <= 50 && found.longestVerbatim().isPresent());
        assertTrue(found.excess() < 40, "a trill says little, however long: " + found.excess());
    }
}
