package dev.cadenza.app;

import dev.cadenza.corpus.archive.ArchiveKind;
import dev.cadenza.corpus.collection.ImportRequest;
import dev.cadenza.corpus.collection.ImportSource;
import dev.cadenza.corpus.collection.Importer;
import dev.cadenza.corpus.collection.Layouts;
import dev.cadenza.corpus.dataset.DataFolder;
import dev.cadenza.corpus.dataset.DataSets;
import dev.cadenza.corpus.read.Layout;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Makes a corpus of files.
final class ImportCase {

    private static final String FOLDER = "corpus";

    private final Task task;

    ImportCase(Task task) {
        this.task = task;
    }

    Imported run(Command.Import command) {
        List<ImportSource> sources = sources(command);
        String name = command.name().isEmpty() ? ArchiveKind.bareName(sources.getFirst().path()) : command.name();
        ImportRequest request = new ImportRequest(sources, name, command.out().orElse(Path.of(FOLDER, name)), command.validShare(),
                command.testShare(), command.seed(), command.force(),
                command.threads().orElse(Runtime.getRuntime().availableProcessors()), command.rules(), command.near());
        return Imported.of(Importer.run(request, new Reading(task)));
    }

    private List<ImportSource> sources(Command.Import command) {
        Function<Path, Layout> layout = command.layout().isEmpty() ? Layouts::of : named(command.layout());
        return command.paths().stream().map(path -> new ImportSource(path, layout, command.licence())).toList();
    }

    private Function<Path, Layout> named(String name) {
        Layout layout = Layouts.named(name).orElseThrow(() -> new RequestException("--layout", "LAYOUT_UNKNOWN",
                "no layout is called '" + name + "'.", "Known are " + String.join(", ", Layouts.names()) + "."));
        return root -> {
            DataSets.named(name).ifPresent(set -> DataFolder.compare(set, root, new Fetching(task)).forEach(task::notice));
            return layout;
        };
    }
}
