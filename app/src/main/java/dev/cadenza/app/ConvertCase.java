package dev.cadenza.app;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Score;
import dev.cadenza.score.form.Playthrough;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns files of music into files of other kinds. A bad file among several costs only itself.
final class ConvertCase {

    private final Command.Convert command;
    private final Task task;
    private final Sounds sounds;
    private final List<Format> formats;
    private final List<String> endings;
    private final Destination destination;

    private ConvertCase(Command.Convert command, Task task) {
        this.command = command;
        this.task = task;
        this.sounds = new Sounds(command.soundFont());
        Optional<Format.Named> named = command.byName();
        this.formats = named.isPresent() ? List.of(named.get().format()) : command.formats();
        this.endings = named.isPresent() ? List.of(named.get().ending()) : formats.stream().map(Format::extension).toList();
        this.destination = new Destination(command.out(), formats, command.force());
    }

    static List<Converted> run(Command.Convert command, Task task) {
        ConvertCase convert = new ConvertCase(command, task);
        if (command.files().size() > 1 && (command.byName().isPresent() || !convert.destination.isFolder())) {
            throw new RequestException("--out", "NOT_A_FOLDER", "several files cannot become one.",
                    "Name a folder that exists, or a name that ends in /.");
        }
        List<Converted> all = new ArrayList<>();
        for (Path file : command.files()) {
            task.check();
            all.add(convert.convert(file));
        }
        return all;
    }

    private Converted convert(Path file) {
        Music music;
        try {
            music = Music.read(file, task);
        } catch (InputException e) {
            if (command.files().size() == 1) {
                throw e;
            }
            return new Converted(file, List.of(), List.of(), Optional.of(e.getMessage()));
        }
        List<Path> names = names(music);
        List<Path> written = new ArrayList<>();
        Map<Format, Map<Holding, Integer>> losses = new EnumMap<>(Format.class);
        for (int i = 0; i < names.size(); i++) {
            Score score = music.pieces().get(i).score();
            Score meant = command.repeats() ? Playthrough.of(score) : score;
            for (int f = 0; f < formats.size(); f++) {
                Format format = formats.get(f);
                Path to = Destination.with(names.get(i), endings.get(f));
                Outputs.write(meant, meant, to, format, command.steps(), sounds, task);
                written.add(to);
                Holding.lost(meant, format).forEach((holding, count) ->
                        losses.computeIfAbsent(format, _ -> new EnumMap<>(Holding.class)).merge(holding, count, Integer::sum));
            }
            if (names.size() > 1) {
                task.progress("converting", i + 1, names.size());
            }
        }
        return new Converted(file, written, losses.entrySet().stream()
                .map(lost -> Holding.sentence(lost.getValue(), lost.getKey())).toList(), Optional.empty());
    }

    /// Of a name that asks for a format, all before the ending is the name.
    private List<Path> names(Music music) {
        List<String> pieces = music.pieces().stream().map(Music.Piece::name).toList();
        return command.byName()
                .map(named -> Destination.names(Path.of(command.out().substring(0, command.out().length() - named.ending().length())),
                        pieces, endings, command.force()))
                .orElseGet(() -> destination.names(music.name(), pieces, endings));
    }
}
