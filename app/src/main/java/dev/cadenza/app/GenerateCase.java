package dev.cadenza.app;

import dev.cadenza.model.Models;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.generate.Composer;
import dev.cadenza.model.generate.GenerationRequest;
import dev.cadenza.model.generate.Start;
import dev.cadenza.model.generate.Take;
import dev.cadenza.model.latent.Attribute;
import dev.cadenza.model.latent.Lean;
import dev.cadenza.render.perform.Expression;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.InputFiles;
import dev.cadenza.score.Note;
import dev.cadenza.score.Score;
import dev.cadenza.score.form.Playthrough;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.TempoMap;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes new music and writes it down: as many takes at once as there are processors, so that a stop comes soon and any
/// number of takes fits into memory.
final class GenerateCase {

    private static final int MOST_BYTES = 1 << 28;
    /// What all steps of a way in one piece are called.
    private static final String JOINED = "joined";
    /// Takes are long; progress counts parts of them.
    private static final int PARTS = 1000;

    private final ModelShelf shelf;
    private final Task task;

    GenerateCase(ModelShelf shelf, Task task) {
        this.shelf = shelf;
        this.task = task;
    }

    List<Made> run(Command.Generate command) {
        List<Score> given = files(command.origin()).stream()
                .map(file -> command.origin() instanceof Origin.Filled ? Music.read(file, task).first(task) : played(file)).toList();
        ModelShelf.Found found = shelf.find(command.model(), task);
        MusicModel model = Models.load(found.folder());
        Lean lean = Leanings.lean(leaning(command.origin()), model, found.folder());
        Writer writer = new Writer(command, found.name(), model, OriginalityCheck.of(found.folder(),
                command.origin() instanceof Origin.Primer ? Optional.of(given.getFirst()) : Optional.empty(), task),
                given);

        int takes = pieces(command).size();
        // A way is made as a whole.
        int atOnce = command.origin() instanceof Origin.Between ? takes : Runtime.getRuntime().availableProcessors();
        List<Made> made = new ArrayList<>();
        for (int from = 0; from < takes; from += atOnce) {
            int first = from;
            int last = Math.min(takes, from + atOnce);
            DoubleConsumer done = share -> task.progress("composing", Math.round(PARTS * (first + share * (last - first))), (long) PARTS * takes);
            done.accept(0);
            List<Take> batch = new ArrayList<>();
            task.interruptibly(() -> batch.addAll(Composer.compose(model, request(command, given, lean, first, last), atOnce, done)));
            for (Take take : batch) {
                made.add(writer.write(take, made.size()));
            }
            done.accept(1);
        }
        return made;
    }

    /// The first piece of a file, with its repeats played out.
    private Score played(Path file) {
        Score written = Music.read(file, task).first(task);
        Score played = Playthrough.of(written);
        if (played.end() != written.end()) {
            task.notice(file + " has repeats; they are played out.");
        }
        return played;
    }

    private static GenerationRequest request(Command.Generate command, List<Score> given, Lean lean, int from, int to) {
        Wishes wishes = command.wishes();
        return switch (command.origin()) {
            case Origin.New origin -> wishes.compose(origin.start(), from, to);
            case Origin.Leaning origin -> wishes.compose(new Start.Leaning(lean), from, to);
            case Origin.Primer origin -> wishes.goOn(given.getFirst(), from, to);
            case Origin.Joined origin -> wishes.join(given.getFirst(), origin, from, to);
            case Origin.Voiced origin -> wishes.voices(given.getFirst(), origin, from, to);
            case Origin.Filled origin -> wishes.fill(given.getFirst(), origin, from, to);
            case Origin.Varied origin -> wishes.vary(given.getFirst(), origin.amount(), lean, from, to);
            case Origin.Between origin -> wishes.between(given.getFirst(), given.getLast(), origin);
        };
    }

    private static SortedMap<Attribute, Double> leaning(Origin origin) {
        return switch (origin) {
            case Origin.Leaning leaning -> leaning.amounts();
            case Origin.Varied varied -> varied.leaning();
            case Origin.New _, Origin.Primer _, Origin.Joined _, Origin.Voiced _, Origin.Filled _, Origin.Between _ -> Collections.emptySortedMap();
        };
    }

    /// The files of music that new music starts from.
    private static List<Path> files(Origin origin) {
        return switch (origin) {
            case Origin.New _, Origin.Leaning _ -> List.of();
            case Origin.Primer primer -> List.of(primer.file());
            case Origin.Joined joined -> List.of(joined.file());
            case Origin.Voiced voiced -> List.of(voiced.file());
            case Origin.Filled filled -> List.of(filled.file());
            case Origin.Varied varied -> List.of(varied.file());
            case Origin.Between between -> List.of(between.from(), between.to());
        };
    }

    /// What tells the pieces apart in their names; the number alone where it is empty.
    private static List<String> pieces(Command.Generate command) {
        return command.origin() instanceof Origin.Between between
                ? Stream.concat(IntStream.rangeClosed(1, between.steps()).mapToObj(String::valueOf), Stream.of(JOINED)).toList()
                : Collections.nCopies(command.wishes().takes(), "");
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(InputFiles.bytes(file, MOST_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Writes takes under the names of their set.
    private final class Writer {

        private final Command.Generate command;
        private final String modelName;
        private final MusicModel model;
        private final List<String> hashes;
        private final OriginalityCheck originality;
        private final List<Score> given;
        private final Sounds sounds;
        private final List<Path> names;

        Writer(Command.Generate command, String modelName, MusicModel model, OriginalityCheck originality, List<Score> given) {
            this.given = given;
            this.command = command;
            this.modelName = modelName;
            this.model = model;
            this.hashes = files(command.origin()).stream().map(GenerateCase::hash).toList();
            this.originality = originality;
            this.sounds = new Sounds(command.soundFont());
            List<String> endings = Stream.concat(command.destination().formats().stream().map(Format::extension),
                    Stream.of(ProvenanceFile.ENDING)).toList();
            this.names = command.origin() instanceof Origin.Between
                    ? command.destination().names(usualName(), pieces(command), endings)
                    : command.destination().names(usualName(), command.wishes().takes(), endings);
            AtomicFiles.refuseUnwritable(names.getFirst().toAbsolutePath().getParent());
        }

        private String usualName() {
            return switch (command.origin()) {
                case Origin.New _, Origin.Leaning _ -> modelName + "-" + command.wishes().seed();
                case Origin.Primer origin -> Music.nameOf(origin.file()) + "-continued";
                case Origin.Joined origin -> Music.nameOf(origin.file()) + "-accompanied";
                case Origin.Voiced origin -> Music.nameOf(origin.file()) + "-harmonized";
                case Origin.Filled origin -> Music.nameOf(origin.file()) + "-filled";
                case Origin.Varied origin -> Music.nameOf(origin.file()) + "-varied";
                case Origin.Between origin -> Music.nameOf(origin.from()) + "-to-" + Music.nameOf(origin.to());
            };
        }

        Made write(Take made, int index) {
            OriginalityCheck.Checked checked = originality.of(made(made.score()));
            Take take = checked.noted(made);
            Path base = names.get(index);
            Score performed = performed(take.score());
            List<Path> files = new ArrayList<>(Outputs.write(take.score(), performed, base, command.destination().formats(), sounds,
                    task));
            Path record = Destination.with(base, ProvenanceFile.ENDING);
            ProvenanceFile.write(record, modelName, model, command, index, take, checked, hashes,
                    command.destination().formats().contains(Format.WAV) ? Optional.of(sounds.font().bank()) : Optional.empty());
            files.add(record);
            task.written(record);
            take.notices().forEach(task::notice);
            return made(take, performed, files);
        }

        /// What the model has made: of music that tracks have joined, these; of voices, the notes that were not given.
        private Score made(Score score) {
            return switch (command.origin()) {
                case Origin.Joined _ -> score.withParts(score.parts().subList(given.getFirst().parts().size(), score.parts().size()));
                case Origin.Voiced _, Origin.Filled _ -> {
                    Set<Note> known = given.getFirst().parts().stream().flatMap(part -> part.notes().stream()).collect(Collectors.toSet());
                    yield score.withParts(score.parts().stream().map(part -> part.withNotes(part.notes().stream()
                            .filter(note -> !known.contains(note)).toList())).toList());
                }
                case Origin.New _, Origin.Leaning _, Origin.Primer _, Origin.Varied _, Origin.Between _ -> score;
            };
        }

        /// What is given stays as it is.
        private Score performed(Score score) {
            return switch (command.origin()) {
                case Origin.Primer _, Origin.Joined _, Origin.Voiced _, Origin.Filled _ -> score;
                case Origin.New _, Origin.Leaning _, Origin.Varied _, Origin.Between _ -> Expression.GENTLE.apply(score);
            };
        }

        private Made made(Take take, Score performed, List<Path> files) {
            Score score = take.score();
            int bars = (int) BarMap.of(score).bars(score.end());
            int notes = score.parts().stream().mapToInt(part -> part.notes().size()).sum();
            String key = score.keys().isEmpty() ? "" : Key.of(score.keys().getLast()).toString();
            return new Made(modelName, take.seed(), score.parts().size(), notes, key, bars,
                    TempoMap.of(performed).seconds(performed.end()), files, take.notices());
        }
    }
}
