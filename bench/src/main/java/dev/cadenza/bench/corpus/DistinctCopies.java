package dev.cadenza.bench.corpus;

import dev.cadenza.corpus.read.FilesLayout;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes a set of MIDI files larger, to see what grows with it: of every piece some copies with their pitches shuffled among
/// its notes, so that no two are alike. Arguments: a folder of MIDI files, how many copies, the folder for them.
final class DistinctCopies {

    private DistinctCopies() {
    }

    public static void main(String[] args) {
        int copies = Integer.parseInt(args[1]);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        int number = 0;
        for (Item item : new FilesLayout().items(Path.of(args[0]))) {
            try {
                for (SourcePiece piece : item.read()) {
                    for (int copy = 0; copy < copies; copy++) {
                        MidiWriter.write(shuffled(piece.score(), random), Path.of(args[2], copy + "", number + ".mid"));
                    }
                    number++;
                }
            } catch (CadenzaException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static Score shuffled(Score score, RandomGenerator random) {
        List<Part> parts = new ArrayList<>();
        for (Part part : score.parts()) {
            List<Pitch> pitches = new ArrayList<>(part.notes().stream().map(Note::pitch).toList());
            Collections.shuffle(pitches, random);
            List<Note> notes = new ArrayList<>();
            for (Note note : part.notes()) {
                notes.add(new Note(note.onset(), note.duration(), pitches.get(notes.size()), note.velocity()));
            }
            notes.sort(Note.ORDER);
            parts.add(part.withNotes(notes));
        }
        return score.withParts(parts);
    }
}
