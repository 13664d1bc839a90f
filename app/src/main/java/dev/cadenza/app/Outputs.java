package dev.cadenza.app;

import dev.cadenza.corpus.exchange.CsvNotes;
import dev.cadenza.corpus.exchange.JsonRolls;
import dev.cadenza.corpus.exchange.JsonScore;
import dev.cadenza.corpus.exchange.MatRolls;
import dev.cadenza.corpus.exchange.Mxl;
import dev.cadenza.corpus.exchange.NpzRolls;
import dev.cadenza.corpus.exchange.RollGrid;
import dev.cadenza.render.picture.PianoRollPicture;
import dev.cadenza.render.sound.Synthesizer;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.Score;
import dev.cadenza.score.abc.AbcWriter;
import dev.cadenza.score.midi.MidiWriter;
import dev.cadenza.score.notation.MusicXmlWriter;
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
            Path file = Destination.with(base, format.extension());
            write(written, performed, file, format, RollGrid.USUAL_STEPS, sounds, task);
            files.add(file);
        }
        return files;
    }

    /// @param steps of a quarter note, in piano rolls
    static void write(Score written, Score performed, Path file, Format format, int steps, Sounds sounds, Task task) {
        task.check();
        switch (format) {
            case MID -> MidiWriter.write(performed, file);
            case WAV -> Synthesizer.render(performed, sounds.font(), file);
            case MUSICXML -> MusicXmlWriter.write(written, file);
            case MXL -> AtomicFiles.write(file, Mxl.pack(MusicXmlWriter.write(written)));
            case ABC -> AtomicFiles.write(file, AbcWriter.write(written));
            case JSON -> AtomicFiles.write(file, JsonScore.write(written));
            case CSV -> AtomicFiles.write(file, CsvNotes.write(written));
            case NPZ -> AtomicFiles.write(file, NpzRolls.write(performed, steps));
            case ROLL -> AtomicFiles.write(file, JsonRolls.write(performed, steps));
            case MAT -> AtomicFiles.write(file, MatRolls.write(performed, steps));
            case PNG -> PianoRollPicture.write(written, file);
        }
        task.written(file);
    }
}
