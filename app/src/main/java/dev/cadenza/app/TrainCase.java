package dev.cadenza.app;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.LeadSheetTokenizer;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.model.Excerpts;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.TrainResult;
import dev.cadenza.model.Trainer;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.LongFunction;

/// Learns a model: reads the data, says what was kept, and hands it to the [Trainer] that is there.
final class TrainCase {

    /// The representation of recipes that go by the data.
    static final String BY_DATA = "auto";

    private final RecipeShelf recipes;
    private final ModelShelf models;
    private final Task task;

    /// @param recipes folder of the recipes that come with Cadenza
    TrainCase(Path recipes, ModelShelf models, Task task) {
        this.recipes = new RecipeShelf(recipes);
        this.models = models;
        this.task = task;
    }

    Trained run(Command.Train command) {
        Trainer trainer = ServiceLoader.load(Trainer.class).findFirst().orElseThrow(() -> new EnvironmentException("train",
                "NO_TRAINER", "this program was started without what learning needs.",
                "Start it with ./cadenza train, or put cadenza-train and libtorch on the class path.", null));
        refuseForgottenResume(command);
        AtomicFiles.refuseUnwritable(command.out());
        Beginning beginning = beginning(command);
        task.notice("Reading " + command.data() + " ...");
        Recipe recipe = beginning.recipe();
        CommonTime unstated = new CommonTime();
        Corpus corpus = corpus(command, beginning, unstated);
        task.notice("Data: " + corpus.report() + ". " + corpus.train().size() + " pieces to learn from, " + corpus.valid().size()
                + " to judge by.");
        tellUnstatedMetres(recipe, corpus, unstated);
        task.check();
        PassageIndex passages = new Passages(task).learnt(corpus, base(command));
        TrainRequest request = new TrainRequest(recipe, corpus.tokenizer(), Corpus.tokens(corpus.train()),
                Corpus.tokens(corpus.valid()), command.out(), command.seed(),
                command.threads().orElse(Runtime.getRuntime().availableProcessors()), command.checkpointEvery(),
                command.resume(), beginning.weights(), provenance(command, beginning, corpus),
                Map.of(PassageIndex.FILE, passages.content()));
        Samples samples = new Samples(command.out().resolve("samples"), command.samplesEvery(), command.seed(), task);
        LongFunction<String> warning = beginning.base().isPresent() ? parameters -> ""
                : new SmallCorpus(notes(corpus), corpus.tokenizer(), command.data(), command.out(), models)::warning;
        TrainResult result = trainer.train(request, new Learning(command.out(), samples, warning, task));
        if (result.end() != TrainResult.End.STOPPED) {
            result.best().ifPresent(best -> new Directions(task).write(best, Corpus.tokens(corpus.train())));
        }
        return new Trained(result, corpus.report());
    }

    /// A roll does not tell a piece without a metre from one in a metre that has no name, so a band's pieces get theirs before
    /// they are rolls.
    private Corpus corpus(Command.Train command, Beginning beginning, CommonTime unstated) {
        int threads = Runtime.getRuntime().availableProcessors();
        double share = beginning.recipe().validation();
        return beginning.recipe().spec() instanceof ModelSpec.MuseGan
                ? Corpora.open(command.data(), beginning.tokenizer(), command.seed(), share, threads, unstated::of, new Reading(task))
                : Corpora.open(command.data(), beginning.tokenizer(), command.seed(), share, threads, new Reading(task));
    }

    /// Families that learn bars have to guess them where a file states none, as MIDI files may.
    private void tellUnstatedMetres(Recipe recipe, Corpus corpus, CommonTime unstated) {
        long count = switch (recipe.spec()) {
            case ModelSpec.MusicVae spec -> {
                Excerpts excerpts = Excerpts.of(spec, corpus.tokenizer());
                yield corpus.train().stream().filter(piece -> !excerpts.statesMetre(piece.tokens())).count();
            }
            case ModelSpec.MuseGan _ -> corpus.train().stream().filter(piece -> unstated.holds(piece.id())).count();
            case ModelSpec.Recurrent _, ModelSpec.SequenceGan _, ModelSpec.DeepBach _ -> 0;
        };
        if (count > 0) {
            task.notice(count + " of the pieces to learn from state no metre; they are taken for 4/4, as the MIDI standard says.");
        }
    }

    /// A run that is begun anew over one that exists would lose it.
    private static void refuseForgottenResume(Command.Train command) {
        boolean exists = Files.exists(command.out().resolve("last")) || Files.exists(command.out().resolve("best"));
        if (exists && !command.resume()) {
            throw new RequestException("--out", "RUN_EXISTS", command.out() + " holds a model already.",
                    "Go on with it (--resume), or choose another folder.");
        }
    }

    private Beginning beginning(Command.Train command) {
        Beginning beginning = command.fromModel().map(name -> from(name, command)).orElseGet(() -> anew(command));
        Recipe recipe = beginning.recipe();
        return beginning.with(recipe.withEpochs(command.epochs().orElse(recipe.epochs())).withBudget(command.minutes().orElse(recipe.budgetMinutes())));
    }

    private Beginning from(String name, Command.Train command) {
        ModelShelf.Found found = models.named(FineTuning.FLAG, name);
        FineTuning tuning = new FineTuning(found.name(), Checkpoint.load(found.folder()));
        return command.recipe().map(asked -> tuning.with(asked(recipes.named(asked), command)))
                .orElseGet(() -> tuning.withItsOwnRecipe(command.representation()));
    }

    /// What the model that learning begins with has learnt from.
    private Passages.Base base(Command.Train command) {
        return command.fromModel().map(name -> models.named(FineTuning.FLAG, name))
                .map(found -> Passages.beside(found.folder()).<Passages.Base>map(Passages.Known::new).orElse(new Passages.Forgotten(found.name())))
                .orElse(new Passages.Nothing());
    }

    private Beginning anew(Command.Train command) {
        Recipe recipe = asked(command.recipe().map(recipes::named).orElseGet(() -> recipes.usual(command.representation())),
                command);
        String wanted = recipe.representation();
        // Chorales as JSON become four voices, folders become melodies.
        String name = !wanted.equals(BY_DATA) ? wanted
                : Files.isDirectory(command.data()) ? MelodyTokenizer.NAME : SatbTokenizer.NAME;
        return Beginning.anew(recipe, Representations.named(name, recipe.stepsPerQuarter()));
    }

    /// The recipe with the representation that was asked for beside it.
    private static Recipe asked(Recipe recipe, Command.Train command) {
        return command.representation().map(recipe::withRepresentation).orElse(recipe);
    }

    private static long notes(Corpus corpus) {
        return corpus.train().stream().flatMap(piece -> piece.score(corpus.tokenizer()).parts().stream())
                .mapToLong(part -> part.notes().size()).sum();
    }

    private static Provenance provenance(Command.Train command, Beginning beginning, Corpus corpus) {
        List<Provenance.Source> data = corpus.sources().stream().map(source -> new Provenance.Source(source.name(),
                source.licence(), source.pieces(), source.sha256())).toList();
        Provenance facts = new Provenance(beginning.style().isEmpty() ? style(corpus.tokenizer()) : beginning.style(),
                Version.number(), Optional.of(beginning.recipe()), command.seed(), data, new TreeMap<>(),
                usualTempo(beginning, corpus), List.of(), List.of(), List.of(), new TreeMap<>());
        return beginning.base().map(facts::from).orElse(facts);
    }

    /// That of the data, within what can be asked for; a model to begin with keeps its own where the data states none.
    private static double usualTempo(Beginning beginning, Corpus corpus) {
        return Math.clamp(corpus.quartersPerMinute().orElse(beginning.quartersPerMinute()), 10, 400);
    }

    /// Named by the kind of music where one is known for it, else by the representation without its options.
    private static String style(Tokenizer tokenizer) {
        return switch (tokenizer) {
            case SatbTokenizer voices -> "chorale";
            case LeadSheetTokenizer sheet -> "lead sheet";
            case EventTokenizer events -> Representations.toJson(events).path("name").asString("").contains("+programs") ? "band"
                    : "piece";
            default -> Representations.toJson(tokenizer).path("name").asString("").split("\\+", 2)[0];
        };
    }
}
