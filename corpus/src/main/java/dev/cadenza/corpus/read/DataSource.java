package dev.cadenza.corpus.read;

import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.SortedMap;

/// Where pieces come from, so that a model can say what it learnt from.
///
/// @param name of the data set, the folder or the file
/// @param licence in words: what the source states, or [#NOT_STATED]
/// @param sha256 of the file or of the list of files, in hexadecimal; empty where not known
/// @param pieces how many pieces of it are learnt from
public record DataSource(String name, String licence, String sha256, int pieces) {

    /// The licence of music that comes without one.
    public static final String NOT_STATED = "not stated";

    /// A single file that states no licence.
    ///
    /// @throws InputException where it cannot be read
    public static DataSource file(Path file, int pieces) {
        return new DataSource(name(file), NOT_STATED, sha256(file), pieces);
    }

    /// Files of a folder that state no licence. Their hash is that of the lines `HASH  ID`, each with a line feed, sorted by
    /// id: what `sha256sum` prints of them.
    ///
    /// @param files by their ids, which are paths inside the folder with `/` between names
    /// @throws InputException where one cannot be read
    public static DataSource files(Path folder, SortedMap<String, Path> files, int pieces) {
        MessageDigest list = Hashes.sha256();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            list.update((sha256(file.getValue()) + "  " + file.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return new DataSource(name(folder), NOT_STATED, Hashes.hex(list), pieces);
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    private static String sha256(Path file) {
        try {
            return Hashes.of(file);
        } catch (IOException e) {
            throw new InputException(file.toString(), new Place.Nowhere(), "CANNOT_READ",
                    "the file cannot be read again (" + FileFaults.reason(e) + ").", "Check whether it is still there.", e);
        }
    }
}
