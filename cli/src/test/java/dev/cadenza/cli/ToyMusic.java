package dev.cadenza.cli;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Tunes to learn from.
final class ToyMusic {

    private ToyMusic() {
    }

    /// Fills a new folder with files of 128 eighth notes each.
    static Path write(Path folder, int files) throws IOException {
        return write(folder, files, List.of());
    }

    /// The same with metres that the files state.
    static Path write(Path folder, int files, List<Meter> meters) throws IOException {
        Files.createDirectory(folder);
        for (int file = 0; file < files; file++) {
            List<Note> notes = new ArrayList<>();
            for (int i = 0; i < 128; i++) {
                notes.add(new Note(i * 240L, 240, Pitch.of(60 + (i * (file + 2)) % 12), 80));
            }
            MidiWriter.write(new Score(480, List.of(), meters, List.of(), List.of(), List.of(),
                    List.of(new Part("Tune", new Instrument(73, false), notes)), Metadata.NONE), folder.resolve(file + ".mid"));
        }
        return folder;
    }
}
