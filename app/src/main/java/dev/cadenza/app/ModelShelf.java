package dev.cadenza.app;

import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds models: those that came with Cadenza first, then the user's own. A model is a folder with a checkpoint in it, or
/// the folder of a training run, which stands for its best checkpoint.
final class ModelShelf {

    private static final String USUAL = "chorale";
    private static final String BEST = "best";

    private final Path shipped;
    private final List<Path> own;

    /// @param shipped folder of the models that came with Cadenza
    /// @param own folders that hold models of the user's
    ModelShelf(Path shipped, List<Path> own) {
        this.shipped = shipped;
        this.own = List.copyOf(own);
    }

    /// A model and what it is called.
    record Found(String name, Path folder) {
    }

    Found find(ModelChoice choice, Task task) {
        return switch (choice) {
            case ModelChoice.Usual usual -> byName(USUAL).orElseThrow(() -> new ModelException(
                    shipped.resolve(USUAL).toString(), new Place.Nowhere(), "MODEL_MISSING",
                    "the model that comes with Cadenza is missing.", "Get a whole copy of Cadenza, or name another with --model."));
            case ModelChoice.Named named -> named("--model", named.name());
            case ModelChoice.Styled styled -> byName(styled.style()).or(() -> byStyle(styled.style(), task))
                    .orElseThrow(() -> new RequestException("--style", "STYLE_UNKNOWN",
                            "no model has the style '" + styled.style() + "'.", "cadenza models lists those there are."));
        };
    }

    /// A model by its name or its folder.
    ///
    /// @param flag what named it, for the error
    Found named(String flag, String name) {
        try {
            Optional<Path> folder = checkpoint(Path.of(name));
            if (folder.isPresent()) {
                return new Found(String.valueOf(Path.of(name).normalize().getFileName()), folder.get());
            }
        } catch (InvalidPathException e) {
            // Then it can only be a name.
        }
        return byName(name).orElseThrow(() -> new RequestException(flag, "MODEL_UNKNOWN",
                "there is no model '" + name + "'.", "Known are " + String.join(", ", all().keySet())
                + "; or name the folder of one."));
    }

    private Optional<Found> byName(String name) {
        return Optional.ofNullable(all().get(name)).map(folder -> new Found(name, folder));
    }

    private Optional<Found> byStyle(String style, Task task) {
        return cards(task).stream().filter(card -> card.provenance().style().equalsIgnoreCase(style)).findFirst()
                .map(card -> new Found(card.name(), card.folder()));
    }

    /// All models that can be read; of those that cannot, a notice is given.
    List<ModelCard> cards(Task task) {
        List<ModelCard> cards = new ArrayList<>();
        for (Map.Entry<String, Path> model : all().entrySet()) {
            task.check();
            try {
                cards.add(card(model.getKey(), model.getValue()));
            } catch (ModelException e) {
                task.notice(e.getMessage());
            }
        }
        return cards;
    }

    /// A model that came with Cadenza and reads what a tokenizer writes; empty where there is none.
    Optional<Found> shippedThatReads(Tokenizer tokenizer) {
        return on(shipped).stream().filter(folder -> FineTuning.alike(Checkpoint.read(folder).tokenizer(), tokenizer)).findFirst()
                .map(folder -> new Found(folder.getFileName().toString(), folder));
    }

    private ModelCard card(String name, Path folder) {
        Checkpoint.Loaded loaded = Checkpoint.load(folder);
        Checkpoint checkpoint = loaded.checkpoint();
        return new ModelCard(name, folder, folder.startsWith(shipped),
                Representations.toJson(checkpoint.tokenizer()).path("name").asString(""), checkpoint.parameters(), bytes(folder),
                loaded.hash(), checkpoint.provenance());
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /// Folders by name; the first of a name counts.
    private Map<String, Path> all() {
        Map<String, Path> models = new LinkedHashMap<>();
        Stream.concat(Stream.of(shipped), own.stream()).forEach(shelf -> on(shelf).forEach(folder ->
                checkpoint(folder).ifPresent(found -> models.putIfAbsent(folder.getFileName().toString(), found))));
        return models;
    }

    private static List<Path> on(Path shelf) {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(shelf, Files::isDirectory)) {
            entries.forEach(folders::add);
        } catch (IOException e) {
            return List.of();
        }
        folders.sort(null);
        return folders;
    }

    private static Optional<Path> checkpoint(Path folder) {
        return Stream.of(folder, folder.resolve(BEST)).flatMap(place -> Checkpoint.present(place).stream())
                .filter(place -> Files.isRegularFile(place.resolve("spec.json"))).findFirst();
    }
}
