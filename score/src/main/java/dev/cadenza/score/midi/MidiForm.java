package dev.cadenza.score.midi;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Control;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a MIDI file can hold of a score. Scores read from MIDI files have this form already.
///
/// - Pitches are in plain spelling: a key number does not tell F# from Gb.
/// - Notes of one pitch end in the order in which they began: of two that overlap, a note-off cannot say which it ends.
/// - Lists are in the order that the records promise; there is one tempo, meter and key at a tick, the last one.
/// - Texts are valid Unicode.
public final class MidiForm {

    private MidiForm() {
    }

    /// The score in this form. Number, onsets, pitches and velocities of the notes stay what they are.
    public static Score of(Score score) {
        List<Part> parts = new ArrayList<>();
        for (Part part : score.parts()) {
            List<Lyric> lyrics = part.lyrics().stream().map(l -> new Lyric(l.tick(), unicode(l.text()))).toList();
            parts.add(new Part(unicode(part.name()), part.instrument(), notes(part.notes()),
                    Timeline.ordered(part.controls(), Control::tick), Timeline.ordered(lyrics, Lyric::tick)));
        }
        List<ChordSymbol> chords = score.chords().stream().map(c -> new ChordSymbol(c.tick(), unicode(c.text()))).toList();
        List<Marker> markers = score.markers().stream().map(m -> new Marker(m.tick(), unicode(m.text()))).toList();
        Metadata facts = score.metadata();
        return new Score(score.resolution(), Timeline.latest(score.tempos(), Tempo::tick),
                Timeline.latest(score.meters(), Meter::tick), Timeline.latest(score.keys(), KeySignature::tick),
                Timeline.ordered(chords, ChordSymbol::tick), Timeline.ordered(markers, Marker::tick), parts,
                new Metadata(unicode(facts.title()), unicode(facts.composer()), unicode(facts.copyright())));
    }

    private static List<Note> notes(List<Note> notes) {
        List<List<Note>> byPitch = new ArrayList<>();
        for (int pitch = 0; pitch < 128; pitch++) {
            byPitch.add(new ArrayList<>(0));
        }
        for (Note note : notes) {
            byPitch.get(note.pitch().midi()).add(note);
        }
        List<Note> result = new ArrayList<>(notes.size());
        for (int pitch = 0; pitch < 128; pitch++) {
            List<Note> same = byPitch.get(pitch);
            same.sort(Note.ORDER);
            long[] ends = same.stream().mapToLong(Note::end).toArray();
            Arrays.sort(ends);
            for (int i = 0; i < ends.length; i++) {
                Note note = same.get(i);
                result.add(new Note(note.onset(), ends[i] - note.onset(), Pitch.of(pitch), note.velocity()));
            }
        }
        result.sort(Note.ORDER);
        return result;
    }

    private static String unicode(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
