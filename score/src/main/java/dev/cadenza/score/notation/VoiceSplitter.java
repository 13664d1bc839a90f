package dev.cadenza.score.notation;

import java.util.ArrayList;
import java.util.List;

/// Deals notes out to at most four voices, in each of which one chord ends before the next begins. Higher chords take
/// lower numbers. Where a fifth voice were needed, the chord with the least left to sound is cut.
final class VoiceSplitter {

    static final int MAX_VOICES = 4;

    private final List<List<Chord>> voices = new ArrayList<>();

    private VoiceSplitter() {
    }

    /// @param notes in order of start, then from high to low
    static List<List<Chord>> split(List<QuantizedNote> notes) {
        VoiceSplitter splitter = new VoiceSplitter();
        notes.forEach(splitter::add);
        return splitter.voices;
    }

    private void add(QuantizedNote note) {
        List<Chord> free = null;
        for (List<Chord> voice : voices) {
            Chord last = voice.getLast();
            if (last.start() == note.start() && last.end() == note.end()) {
                voice.set(voice.size() - 1, last.with(note));
                return;
            }
            if (free == null && last.end() <= note.start()) {
                free = voice;
            }
        }
        if (free == null && voices.size() < MAX_VOICES) {
            free = new ArrayList<>();
            voices.add(free);
        }
        if (free == null) {
            free = cutOne(note);
        }
        if (!free.isEmpty() && free.getLast().start() == note.start()) {
            free.set(free.size() - 1, free.getLast().with(note));
        } else {
            free.add(new Chord(note.start(), note.end(), List.of(note)));
        }
    }

    /// Frees the voice that loses least; where all began with the note, the last one takes it in.
    private List<Chord> cutOne(QuantizedNote note) {
        List<Chord> victim = voices.getLast();
        long least = Long.MAX_VALUE;
        for (List<Chord> voice : voices) {
            Chord last = voice.getLast();
            if (last.start() < note.start() && last.end() - note.start() < least) {
                least = last.end() - note.start();
                victim = voice;
            }
        }
        Chord last = victim.getLast();
        if (last.start() < note.start()) {
            victim.set(victim.size() - 1, last.until(note.start()));
        }
        return victim;
    }
}
