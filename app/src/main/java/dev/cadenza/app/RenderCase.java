package dev.cadenza.app;

import dev.cadenza.render.sound.Player;
import dev.cadenza.score.Score;
import dev.cadenza.score.form.Playthrough;
import dev.cadenza.score.theory.TempoMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Turns files into other files, and into sound.
final class RenderCase {

    private RenderCase() {
    }

    /// Sound and MIDI are the music as it is played, with its repeats; the rest is as it is written.
    static List<Path> run(Command.Render command, Task task) {
        Music music = Music.read(command.file(), task);
        Destination destination = command.destination();
        List<String> endings = destination.formats().stream().map(Format::extension).toList();
        List<Path> names = destination.names(music.name(), music.pieces().stream().map(Music.Piece::name).toList(), endings);
        Sounds sounds = new Sounds(command.soundFont());
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Score score = music.pieces().get(i).score();
            files.addAll(Outputs.write(score, Playthrough.of(score), names.get(i), destination.formats(), sounds, task));
        }
        return files;
    }

    static Played play(Command.Play command, Task task) {
        Score score = Playthrough.of(Music.read(command.file(), task).first(task));
        Sounds sounds = new Sounds(command.soundFont());
        task.interruptibly(() -> Player.play(score, sounds.font()));
        return new Played(sounds.font().bank().description(), TempoMap.of(score).seconds(score.end()));
    }
}
