package dev.cadenza.score.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.musicxml.MusicXmlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Music from a page whose lengths are those of no value and no tuplet: it is written all the same, and in time.
class OddLengthsProperties {

    @Property(tries = 300)
    void everyLengthIsWrittenSomehow(@ForAll @IntRange(min = 1, max = 1000) int resolution,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 5000) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 9) int beats, @ForAll @IntRange(max = 6) int halvings) {
        List<Note> notes = new ArrayList<>();
        long at = 0;
        for (int length : lengths) {
            long duration = Math.max(1, (long) length * resolution / 1000);
            notes.add(new Note(at, duration, Pitch.of(60), 80));
            at += duration;
        }
        Part part = new Part("", Instrument.PIANO, notes, List.of(), List.of(), Notation.ofVoices(Collections.nCopies(notes.size(), 1)));
        Score score = new Score(resolution, List.of(), List.of(new Meter(0, beats, 1 << halvings)), List.of(), List.of(), List.of(),
                List.of(part), Metadata.NONE);
        Score again = MusicXmlReader.read(MusicXmlWriter.write(score), "written").score();
        // Short notes may be tidied into their neighbours, but the music lasts as long as it did.
        assertEquals(score.end() / (double) resolution, again.end() / (double) again.resolution(), 0.5);
    }
}
