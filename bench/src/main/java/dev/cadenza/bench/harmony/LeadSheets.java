package dev.cadenza.bench.harmony;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.musicxml.MusicXmlReader;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordReading;
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

    private static Score played(Score score) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < score.chords().size(); i++) {
            long start = score.chords().get(i).tick();
            long end = i + 1 < score.chords().size() ? score.chords().get(i + 1).tick() : score.end();
            if (end > start && Chord.parse(score.chords().get(i)) instanceof ChordReading.Understood understood) {
                for (int tone : understood.chord().pitchClasses()) {
                    notes.add(new Note(start, end - start, Pitch.of(48 + tone), 80));
                }
                notes.add(new Note(start, end - start, Pitch.of(36 + understood.chord().bass().pitchClass()), 80));
            }
        }
        notes.sort(Note.ORDER);
        List<Part> parts = new ArrayList<>(score.parts());
        parts.add(new Part("chords", Instrument.PIANO, notes));
        return score.withParts(parts).withKeys(List.<KeySignature>of());
    }
}
