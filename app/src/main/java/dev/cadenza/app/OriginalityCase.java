package dev.cadenza.app;

import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.collection.StoredCorpus;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.DataSource;
import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says what music repeats, and makes the indexes that know.
final class OriginalityCase {

    private final ModelShelf shelf;
    private final Task task;

    OriginalityCase(ModelShelf shelf, Task task) {
        this.shelf = shelf;
        this.task = task;
    }

    List<Repeats> check(Command.CheckOriginality command) {
        PassageIndex index = switch (command.against()) {
            case Against.Learnt(ModelChoice model) -> learnt(shelf.find(model, task));
            case Against.Music(Path data) -> music(data);
        };
        List<Repeats> repeats = new ArrayList<>();
        for (Path file : command.files()) {
            task.check();
            read(file, command.files().size() > 1).ifPresent(music -> music.pieces().forEach(piece -> repeats.add(
                    new Repeats(file, music.several() ? piece.name() : "", index.matches(piece.score())))));
        }
        if (repeats.isEmpty()) {
            throw new RequestException("FILE", "NO_MUSIC", "none of these files can be read.", "Name files with music in them.");
        }
        return repeats;
    }

    /// Of several files a bad one costs only itself.
    private Optional<Music> read(Path file, boolean among) {
        try {
            return Optional.of(Music.read(file, task));
        } catch (InputException e) {
            if (!among) {
                throw e;
            }
            task.notice(e.getMessage());
            return Optional.empty();
        }
    }

    private PassageIndex learnt(ModelShelf.Found found) {
        PassageIndex index = Passages.beside(found.folder()).orElseThrow(() -> new RequestException("--model", "NO_PASSAGES",
                "the model '" + found.name() + "' has no index of what it has learnt from.",
                "Make it with cadenza originality --build " + ShellWord.of(found.name()) + " --from DATA, or compare with music itself"
                        + " (--against)."));
        if (!index.whole()) {
            task.notice("The model has learnt from more music than its index knows.");
        }
        return index;
    }

    /// The index of all pieces that can be read, as they are written.
    private PassageIndex music(Path data) {
        return new AnyCorpus(task).read(data, this::index);
    }

    private PassageIndex index(StoredCorpus corpus) {
        PassageIndex.Builder builder = PassageIndex.builder();
        for (int i = 0; i < corpus.size(); i++) {
            task.progress("noting passages", i, corpus.size());
            builder.add(corpus.id(i), corpus.score(i));
        }
        return new Passages(task).withOwnBand(builder.build(), corpus.size(), corpus::id, corpus::score);
    }

    /// The data is read just as it was for learning, so its parts are the same.
    Indexed index(Command.IndexPassages command) {
        ModelShelf.Found found = shelf.named("--build", command.model());
        AtomicFiles.refuseUnwritable(found.folder());
        Checkpoint checkpoint = Checkpoint.read(found.folder());
        Provenance facts = checkpoint.provenance();
        Recipe recipe = facts.recipe().orElseThrow(() -> new RequestException("--build", "NO_RECIPE",
                "the model '" + found.name() + "' does not say how it was learnt.", "Choose a model that was made with cadenza train."));
        task.notice("Reading " + command.data() + " ...");
        Corpus corpus = Corpora.open(command.data(), checkpoint.tokenizer(), facts.seed(), recipe.validation(),
                Runtime.getRuntime().availableProcessors(), new Reading(task));
        boolean same = hashes(facts.data(), Provenance.Source::sha256).equals(hashes(corpus.sources(), DataSource::sha256));
        if (!same) {
            task.notice("This is not quite the data that the model states (its hash is another): what the index holds may not be what the"
                    + " model has learnt from.");
        }
        PassageIndex index = new Passages(task).learnt(corpus, facts.base().<Passages.Base>map(base -> new Passages.Forgotten(base.name()))
                .orElse(new Passages.Nothing()));
        Path file = found.folder().resolve(PassageIndex.FILE);
        index.write(file);
        task.written(file);
        return new Indexed(file, index.pieces().size(), index.passages(), file.toFile().length(), index.band(), same);
    }

    private static <S> Set<String> hashes(List<S> sources, Function<S, String> hash) {
        return sources.stream().map(hash).collect(Collectors.toSet());
    }
}
