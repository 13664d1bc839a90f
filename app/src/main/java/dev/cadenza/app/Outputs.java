package dev.cadenza.app;

import dev.cadenza.score.notation.MusicXmlWriter;
import dev.cadenza.render.picture.PianoRollPicture;
import dev.cadenza.render.sound.Synthesizer;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes one piece in several formats.
final class Outputs {

    private Outputs() {
    }

    /// @param written what is read: notation and picture
    /// @param performed what is heard: MIDI and sound
    /// @param base folder and name without ending
    /// @return the files, in the order of `formats`
    static List<Path> write(Score written, Score performed, Path base, List<Format> formats, Sounds sounds, Task task) {
        List<Path> files = new ArrayList<>();
        for (Format format : formats) {
            task.check();
            Path file = Destination.with(base, format.extension());
            switch (format) {
                case MID -> MidiWriter.write(performed, file);
                case WAV -> Synthesizer.render(performed, sounds.font(), file);
                case MUSICXML -> MusicXmlWriter.write(written, file);
                case PNG -> PianoRollPicture.write(written, file);
            }
            files.add(file);
            task.written(file);
        }
        return files;
    }
}
