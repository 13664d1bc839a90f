package dev.cadenza.app;

import dev.cadenza.corpus.collection.Layouts;
import dev.cadenza.corpus.collection.StoredCorpus;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.evaluate.report.Heard;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The pieces that are evaluated, from files, folders and stored corpora.
///
/// @param refused why files could not be used
record TakesOf(List<Heard> takes, List<String> refused) {

    /// Reads all. What cannot be read costs itself alone, and becomes a notice.
    ///
    /// @throws InputException where a path is not there
    /// @throws RequestException where no music is left
    static TakesOf read(List<Path> paths, Task task) {
        List<Heard> takes = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        paths.forEach(TakesOf::check);
        for (Path path : paths) {
            String prefix = paths.size() > 1 && Files.isDirectory(path) ? path.getFileName() + "/" : "";
            if (StoredCorpus.isStored(path)) {
                StoredCorpus corpus = StoredCorpus.open(path);
                for (int i = 0; i < corpus.size(); i++) {
                    task.check();
                    add(prefix + corpus.id(i), corpus.score(i), takes, refused, task);
                }
                continue;
            }
            List<Item> items = StudyPieces.withoutCopies(Layouts.of(path).items(path));
            for (int i = 0; i < items.size(); i++) {
                task.progress("reading", i, items.size());
                read(items.get(i), prefix, takes, refused, task);
            }
        }
        if (takes.isEmpty()) {
            throw new RequestException("TAKES", "NO_MUSIC", "there is no music in what was named.",
                    "Name files or folders with music in them.");
        }
        return new TakesOf(takes, refused);
    }

    private static void check(Path path) {
        if (!Files.exists(path)) {
            throw new InputException(path.toString(), new Place.Nowhere(), "NO_SUCH_FILE", "there is no such file or folder.",
                    "Check the name.");
        }
    }

    private static void read(Item item, String prefix, List<Heard> takes, List<String> refused, Task task) {
        try {
            for (SourcePiece piece : item.read()) {
                add(prefix + piece.id(), piece.score(), takes, refused, task);
            }
        } catch (CadenzaException e) {
            task.notice(e.getMessage());
            refused.add(prefix + item.id());
        }
    }

    private static void add(String name, Score score, List<Heard> takes, List<String> refused, Task task) {
        if (score.parts().stream().allMatch(part -> part.notes().isEmpty())) {
            task.notice(name + " holds no notes, and is left out.");
            refused.add(name);
        } else {
            takes.add(new Heard(name, score));
        }
    }
}
