package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.read.Layout;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// A published data set that can be named instead of a path.
///
/// @param name as one types it: `jsb`, or `jsb:8th` for another reading of the same files
/// @param title what its publishers call it
/// @param holds what is in it, in a few words
/// @param origin where it comes from, and who to credit
/// @param licence which one its publishers state
/// @param meaning what that means for whoever uses it here, as a sentence
/// @param archive what is fetched
/// @param layout how it is read
public record DataSet(String name, String title, String holds, String origin, String licence, String meaning, Archive archive,
        Layout layout) {

    /// A `.tar.gz` file to fetch.
    ///
    /// @param address where it lies
    /// @param version commit or release: the name of the folder it is kept in
    /// @param bytes its exact size; 0 where the server packs it anew for each request
    /// @param usedBytes size of the files that are kept of it
    /// @param mostBytes more is not fetched
    /// @param sha256 of the archive; empty where its files are checked one by one
    /// @param manifest what its files must be; empty where the archive is checked as a whole, or its files name their own hash
    public record Archive(URI address, String version, long bytes, long usedBytes, long mostBytes, String sha256, Manifest manifest) {
    }

    /// The name without what follows a colon: what it is kept as.
    public String folder() {
        return name.replaceFirst(":.*", "");
    }

    /// How much there is to fetch and to keep, for a person.
    public String size() {
        String fetched = archive.bytes > 0 ? "fetches " + megabytes(archive.bytes)
                : "fetches an archive of a size that its server does not state before (" + megabytes(archive.mostBytes) + " at most)";
        return fetched + ", keeps " + megabytes(archive.usedBytes);
    }

    /// What someone should know before fetching it, line by line.
    public List<String> terms() {
        return List.of(title + ": " + holds + ".", "From: " + origin + ".", "Address: " + archive.address, "Version: " + archive.version,
                "Licence: " + licence + ".", meaning, "Size: " + size() + ".");
    }

    private static String megabytes(long bytes) {
        return bytes >= 1_000_000_000 ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9) : (bytes + 999_999) / 1_000_000 + " MB";
    }
}
