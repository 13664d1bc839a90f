package dev.cadenza.corpus.read;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Any tree of files, or a single one: every file whose ending says that it holds music is an item. JSON, tables,
/// NumPy and MATLAB files are read where the file itself is named; in a folder they are taken for something else.
public final class FilesLayout implements Layout {

    /// Its name.
    public static final String NAME = "files";

    @Override
    public String name() {
        return NAME;
    }

    /// Always.
    @Override
    public boolean recognises(Path root) {
        return true;
    }

    @Override
    public List<Item> items(Path root) {
        List<MusicFiles.Found> found = MusicFiles.under(root);
        boolean alone = found.size() == 1 && !Files.isDirectory(root);
        return found.stream().filter(file -> ScoreFiles.isMusic(file.id()) || alone && ScoreFiles.mayBeMusic(file.id()))
                .<Item>map(file -> file.refusal().isEmpty() ? new MusicFile(file.id(), file.path()) : new Refused(file)).toList();
    }

    private record MusicFile(String id, Path path) implements Item {

        @Override
        public List<Path> files() {
            return List.of(path);
        }

        @Override
        public List<SourcePiece> read() {
            return ScoreFiles.read(id, path);
        }
    }

    /// A link, a device, or what may not be read. It has no files: nothing of it must be touched.
    private record Refused(MusicFiles.Found found) implements Item {

        @Override
        public String id() {
            return found.id();
        }

        @Override
        public List<Path> files() {
            return List.of();
        }

        @Override
        public List<SourcePiece> read() {
            throw new InputException(found.id(), new Place.Nowhere(), "NOT_A_FILE", found.refusal() + ".",
                    "Name the folder where it really lies.");
        }
    }
}
