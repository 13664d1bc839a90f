package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// What the files of a data set must be. Files beside them do not matter.
///
/// @param lines in the order of their paths
public record Manifest(List<Line> lines) {

    /// Says nothing of any file.
    public static final Manifest NONE = new Manifest(List.of());

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

    public Manifest {
        lines = List.copyOf(lines);
    }

    /// A file.
    ///
    /// @param sha256 in small hexadecimal letters
    /// @param path inside the data set, with `/` between names
    public record Line(String sha256, String path) {
    }

    /// A file that is not what it must be.
    ///
    /// @param found its SHA-256; empty where it is not there
    public record Difference(Line expected, String found) {

        /// What is wrong, as a sentence.
        public String sentence() {
            return found.isEmpty() ? expected.path + " is missing."
                    : "the SHA-256 of " + expected.path + " should be " + expected.sha256 + " and is " + found + ".";
        }
    }

    /// One of the manifests that come with Cadenza.
    static Manifest shipped(String name) {
        String resource = name + ".sha256.gz";
        try (InputStream in = Manifest.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the manifest " + resource + " is missing");
            }
            return read(new GZIPInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads lines as `sha256sum` writes them.
    ///
    /// @throws IOException where a line is something else
    static Manifest read(InputStream in) throws IOException {
        List<Line> lines = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            Matcher matcher = LINE.matcher(text);
            if (!matcher.matches()) {
                throw new IOException("no line of a manifest: " + text);
            }
            lines.add(new Line(matcher.group(1), matcher.group(2)));
        }
        return new Manifest(lines);
    }

    /// The folder that the paths are in: `root`, or a folder in it, or one below; people name any of them. The beginnings of
    /// paths may be missing too, where someone names an inner folder.
    ///
    /// @return this manifest relative to the folder, and the folder
    Placed place(Path root) {
        if (lines.isEmpty()) {
            return new Placed(root, this);
        }
        String first = lines.getFirst().path;
        for (int cut = 0; cut >= 0; cut = first.indexOf('/', cut) + 1) {
            String inner = first.substring(cut);
            var folder = Roots.find(root, f -> Roots.isFile(f.resolve(inner)));
            if (folder.isPresent()) {
                int length = cut;
                return new Placed(folder.get(), new Manifest(lines.stream()
                        .map(line -> new Line(line.sha256, line.path.substring(Math.min(length, line.path.length())))).toList()));
            }
            if (first.indexOf('/', cut) < 0) {
                break;
            }
        }
        return new Placed(root, this);
    }

    /// A manifest whose paths begin in a folder.
    record Placed(Path folder, Manifest manifest) {

        /// Files that are not what they must be, in the order of the manifest.
        ///
        /// @param listener told how far it is, and asked whether to stop
        /// @throws CancellationException where it is stopped
        List<Difference> differences(FetchListener listener) {
            List<Difference> differences = new ArrayList<>();
            int total = manifest.lines.size();
            for (int done = 0; done < total; done++) {
                if (listener.stopRequested()) {
                    throw new CancellationException();
                }
                listener.progress("checking", done, total);
                Line line = manifest.lines.get(done);
                Path file = folder.resolve(line.path);
                String found = Roots.isFile(file) ? sha256(file) : "";
                if (!found.equals(line.sha256)) {
                    differences.add(new Difference(line, found));
                }
            }
            return differences;
        }

        private static String sha256(Path file) {
            try {
                return Hashes.of(file);
            } catch (IOException e) {
                throw new InputException(file.toString(), new Place.Nowhere(), "CANNOT_READ",
                        "the file cannot be read (" + FileFaults.reason(e) + ").", "Check whether it may be read.", e);
            }
        }
    }
}
