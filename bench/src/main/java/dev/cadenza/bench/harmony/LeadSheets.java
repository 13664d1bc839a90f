package dev.cadenza.bench.harmony;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.musicxml.MusicXmlReader;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.ChordReading;
import dev.cadenza.score.theory.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The lead sheets of OpenEWLD: keys as their signatures and modes state them. What is analysed is the melody with its chord
/// symbols played as block chords below, for ours and for the baselines alike; chords themselves are not judged.
final class LeadSheets {

    /// Usual numbers of intervals by semitones.
    private static final List<Integer> NUMBERS = List.of(1, 2, 2, 3, 3, 4, 5, 5, 6, 6, 7, 7);

    private LeadSheets() {
    }

    static List<Labelled> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".mxl")).sorted().toList();
        }
        List<Labelled> pieces = new ArrayList<>();
        int unread = 0;
        for (Path file : files) {
            try {
                Score score = MusicXmlReader.read(file).score();
                if (!score.keys().isEmpty() && score.end() > 0) {
                    String id = folder.relativize(file).toString().replace('\\', '/');
                    Labelled bare = Pop909.piece(id, score);
                    pieces.add(new Labelled(id, played(score), bare.home(), bare.labels().stream()
                            .map(label -> new Labelled.Label(label.start(), label.end(), label.key(), Optional.empty())).toList(), List.of()));
                }
            } catch (CadenzaException e) {
                unread++;
            }
        }
        System.out.printf("Lead sheets: %d files, %d not read, %d with keys%n", files.size(), unread, pieces.size());
        return pieces;
    }

    private static Note note(long start, long end, int octave, Spelling spelling) {
        return new Note(start, end - start, new Pitch(octave + spelling.pitchClass(), spelling), 80);
    }

    /// A tone as the chord symbol implies that it is written: Bb7 has an Ab, not a G#.
    private static Spelling tone(Chord chord, int above) {
        boolean diminished = chord.quality() == ChordQuality.DIMINISHED_7;
        boolean augmented = chord.quality().intervals().containsAll(List.of(4, 8));
        return switch (above % 12) {
            case 0 -> chord.root();
            case 6 -> new Interval(5, 6).above(chord.root());
            case 8 -> new Interval(augmented ? 5 : 6, 8).above(chord.root());
            case 9 -> new Interval(diminished ? 7 : 6, 9).above(chord.root());
            default -> new Interval(NUMBERS.get(above % 12), above % 12).above(chord.root());
        };
    }

    private static Score played(Score score) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < score.chords().size(); i++) {
            long start = score.chords().get(i).tick();
            long end = i + 1 < score.chords().size() ? score.chords().get(i + 1).tick() : score.end();
            if (end > start && Chord.parse(score.chords().get(i)) instanceof ChordReading.Understood understood) {
                Chord chord = understood.chord();
                for (int above : chord.quality().intervals()) {
                    notes.add(note(start, end, 48, tone(chord, above)));
                }
                notes.add(note(start, end, 36, chord.bass()));
            }
        }
        notes.sort(Note.ORDER);
        List<Part> parts = new ArrayList<>(score.parts());
        parts.add(new Part("chords", Instrument.PIANO, notes));
        return score.withParts(parts).withKeys(List.<KeySignature>of());
    }
}
