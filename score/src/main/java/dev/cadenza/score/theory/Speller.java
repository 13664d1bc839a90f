package dev.cadenza.score.theory;

import dev.cadenza.score.GraceNote;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// Chooses how pitches are written: F# or Gb.
///
/// Each key draws its twelve spellings from a window on the line of fifths. In major it reaches from the flat third to
/// the sharp fifth (C major: Eb Bb F C G D A E B F# C# G#), in minor from the flat second to the sharp fourth (A minor:
/// Bb F C G D A E B F# C# G# D#). After Temperley, "The Cognition of Basic Musical Structures", 2001, chapter 5, without
/// its regard for the neighbouring notes.
public final class Speller {

    private Speller() {
    }

    /// The score with its pitches spelled by the key signatures in force, or by the key found where it states none.
    /// Drums stay as they are.
    public static Score spell(Score score) {
        List<KeySignature> keys = new ArrayList<>(score.keys());
        if (keys.isEmpty()) {
            keys.add(KeyFinder.find(score).key().signature(0));
        }
        Pitch[][] spelled = keys.stream().map(k -> table(Key.of(k))).toArray(Pitch[][]::new);
        List<Part> parts = score.parts().stream()
                .map(p -> p.instrument().drums() ? p : spelled(p, keys, spelled)).toList();
        return score.withParts(parts);
    }

    /// How a pitch is written in a key.
    public static Pitch spell(int midi, Key key) {
        int lowest = key.fifths() - (key.mode() == Mode.MINOR ? 2 : 3);
        return new Pitch(midi, LineOfFifths.spelling(LineOfFifths.place(midi % 12, lowest)));
    }

    private static Pitch[] table(Key key) {
        Pitch[] pitches = new Pitch[128];
        for (int midi = 0; midi < 128; midi++) {
            pitches[midi] = spell(midi, key);
        }
        return pitches;
    }

    private static Part spelled(Part part, List<KeySignature> keys, Pitch[][] spelled) {
        List<GraceNote> graces = part.notation().graces().stream().map(grace -> new GraceNote(grace.tick(), grace.voice(),
                spelled[at(keys, grace.tick())][grace.pitch().midi()], grace.denominator(), grace.slashed(), grace.chord())).toList();
        List<Note> notes = new ArrayList<>(part.notes().size());
        int key = 0;
        for (Note note : part.notes()) {
            while (key + 1 < keys.size() && keys.get(key + 1).tick() <= note.onset()) {
                key++;
            }
            notes.add(new Note(note.onset(), note.duration(), spelled[key][note.pitch().midi()], note.velocity()));
        }
        return new Part(part.name(), part.instrument(), notes, part.controls(), part.lyrics(),
                new Notation(part.notation().voices(), graces, part.notation().marks()));
    }

    /// The key in force at a tick; the first one before its own tick.
    private static int at(List<KeySignature> keys, long tick) {
        int key = 0;
        while (key + 1 < keys.size() && keys.get(key + 1).tick() <= tick) {
            key++;
        }
        return key;
    }
}
