package dev.cadenza.app;

import dev.cadenza.corpus.LeadSheetTokenizer;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.TrainListener;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.Trainer;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Recipes;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.CadenzaException.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/// Learns a model: reads the data, says what was kept, and hands it to the [Trainer] that is there.
final class TrainCase {

    private static final String BY_DATA = "auto";

    private final Path recipes;
    private final Task task;

    /// @param recipes folder of the recipes that come with Cadenza
    TrainCase(Path recipes, Task task) {
        this.recipes = recipes;
        this.task = task;
    }

    Trained run(Command.Train command) {
        Trainer trainer = ServiceLoader.load(Trainer.class).findFirst().orElseThrow(() -> new EnvironmentException("train",
                "NO_TRAINER", "this program was started without what learning needs.",
                "Start it with ./cadenza train, or put cadenza-train and libtorch on the class path.", null));
        refuseForgottenResume(command);
        Recipe recipe = recipe(command.recipe());
        if (command.epochs().isPresent()) {
            recipe = recipe.withEpochs(command.epochs().getAsInt());
        }
        task.notice("Reading " + command.data() + " ...");
        Tokenizer tokenizer = tokenizer(recipe, command.data());
        Corpus corpus = Corpora.open(command.data(), tokenizer, command.seed(), recipe.validation(),
                Runtime.getRuntime().availableProcessors(), new Reading(task));
        task.notice("Data: " + corpus.report() + ". " + corpus.train().size() + " pieces to learn from, " + corpus.valid().size()
                + " to judge by.");
        task.check();
        TrainRequest request = new TrainRequest(recipe, tokenizer, Corpus.tokens(corpus.train()), Corpus.tokens(corpus.valid()),
                command.out(), command.seed(), command.threads().orElse(Runtime.getRuntime().availableProcessors()),
                command.checkpointEvery(), command.resume(), provenance(command, recipe, corpus));
        return new Trained(trainer.train(request, new Listener(command.out())), corpus.report());
    }

    /// A run that is begun anew over one that exists would lose it.
    private static void refuseForgottenResume(Command.Train command) {
        boolean exists = Files.exists(command.out().resolve("last")) || Files.exists(command.out().resolve("best"));
        if (exists && !command.resume()) {
            throw new RequestException("--out", "RUN_EXISTS", command.out() + " holds a model already.",
                    "Go on with it (--resume), or choose another folder.");
        }
    }

    private Recipe recipe(String name) {
        boolean file = name.endsWith(".json") || Files.isRegularFile(Path.of(name));
        if (!file && !Recipes.names(recipes).contains(name)) {
            throw new RequestException("--recipe", "RECIPE_UNKNOWN", "no recipe is named '" + name + "'.",
                    "Known are " + String.join(", ", Recipes.names(recipes)) + "; or name a file that ends in .json.");
        }
        return file ? Recipes.read(Path.of(name)) : Recipes.named(recipes, name);
    }

    /// With `auto`, chorales as JSON become four voices, folders become melodies.
    private static Tokenizer tokenizer(Recipe recipe, Path data) {
        String wanted = recipe.representation();
        String name = !wanted.equals(BY_DATA) ? wanted : Files.isDirectory(data) ? MelodyTokenizer.NAME : SatbTokenizer.NAME;
        return switch (name) {
            case SatbTokenizer.NAME -> new SatbTokenizer(recipe.stepsPerQuarter(), SatbTokenizer.SIXTEENTHS.lowest(),
                    SatbTokenizer.SIXTEENTHS.highest());
            case MelodyTokenizer.NAME -> new MelodyTokenizer(recipe.stepsPerQuarter());
            case LeadSheetTokenizer.NAME -> new LeadSheetTokenizer(recipe.stepsPerQuarter());
            default -> throw new RequestException("recipe", "REPRESENTATION_UNKNOWN",
                    "no representation is called '" + name + "'.",
                    "Known are " + SatbTokenizer.NAME + ", " + MelodyTokenizer.NAME + ", " + LeadSheetTokenizer.NAME + " and "
                            + BY_DATA + ".");
        };
    }

    private static Provenance provenance(Command.Train command, Recipe recipe, Corpus corpus) {
        String style = switch (corpus.tokenizer()) {
            case SatbTokenizer voices -> "chorale";
            case LeadSheetTokenizer sheet -> "lead sheet";
            default -> "melody";
        };
        String name = String.valueOf(command.data().toAbsolutePath().normalize().getFileName());
        return new Provenance(style, Version.number(), Optional.of(recipe), command.seed(),
                List.of(new Provenance.Source(name, "not stated", corpus.train().size(), "")), new TreeMap<>(),
                Provenance.USUAL_TEMPO, List.of(), List.of(), List.of(), new TreeMap<>());
    }

    /// Passes on what happens, and stops the trainer at the next step when the job is cancelled.
    private final class Listener implements TrainListener {

        private final Path out;

        Listener(Path out) {
            this.out = out;
        }

        @Override
        public void on(TrainEvent event) {
            if (event instanceof TrainEvent.Started started) {
                warnOfFullDisk(started.checkpointBytes());
            }
            task.tell(new Event.Learning(event));
        }

        @Override
        public boolean stopRequested() {
            return task.cancelled();
        }

        private void warnOfFullDisk(long needed) {
            try {
                Path folder = out.toAbsolutePath();
                while (!Files.exists(folder)) {
                    folder = folder.getParent();
                }
                long free = Files.getFileStore(folder).getUsableSpace();
                if (free < needed) {
                    task.notice("The disk has " + (free >> 20) + " MB left, less than the checkpoints will take.");
                }
            } catch (IOException e) {
                task.notice("How much room the disk has left cannot be told (" + e.getClass().getSimpleName() + ").");
            }
        }
    }
}
