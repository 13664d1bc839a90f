package dev.cadenza.app;

import dev.cadenza.render.sound.Player;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiRead;
import dev.cadenza.score.midi.MidiReader;
import dev.cadenza.score.theory.TempoMap;
import java.nio.file.Path;
import java.util.List;

/// Turns files into other files, and into sound.
final class RenderCase {

    private RenderCase() {
    }

    static List<Path> run(Command.Render command, Task task) {
        Score score = read(command.file(), task);
        Destination destination = command.destination();
        List<String> endings = destination.formats().stream().map(Format::extension).toList();
        Path base = destination.names(nameOf(command.file()), 1, endings).getFirst();
        return Outputs.write(score, score, base, destination.formats(), new Sounds(command.soundFont()), task);
    }

    static Played play(Command.Play command, Task task) {
        Score score = read(command.file(), task);
        Sounds sounds = new Sounds(command.soundFont());
        task.interruptibly(() -> Player.play(score, sounds.font()));
        return new Played(sounds.font().bank().description(), TempoMap.of(score).seconds(score.end()));
    }

    /// Reads a MIDI file that shall hold music; repairs become notices.
    static Score read(Path file, Task task) {
        MidiRead read = MidiReader.read(file);
        if (read.score().end() == 0) {
            throw new InputException(file.toString(), new Place.Nowhere(), "NO_NOTES", "the file holds no notes.",
                    "Choose a file with music in it.");
        }
        if (!read.conforming()) {
            task.notice(file + " has faults that were repaired; cadenza info tells which.");
        }
        return read.score();
    }

    /// The name of a file without folder and ending.
    static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
