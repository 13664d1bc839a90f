package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.CorpusFacts.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Licences of sources: what was said, and the text that lies beside the music.
final class Licences {

    private static final int MOST_BYTES = 1 << 16;
    private static final List<String> NAMES = List.of("license", "licence", "copying", "license.txt", "licence.txt", "copying.txt",
            "license.md", "licence.md", "copying.md");

    private Licences() {
    }

    static Source source(OpenSource source) {
        return new Source(source.name(), source.layout().name(), source.licence().isBlank() ? "not stated" : source.licence(),
                text(source.root()));
    }

    /// The text of the licence file in a folder, at most 64 KB of it; empty where there is none.
    private static String text(Path root) {
        if (!Files.isDirectory(root)) {
            return "";
        }
        try (Stream<Path> files = Files.list(root)) {
            List<Path> found = files.filter(file -> NAMES.contains(file.getFileName().toString().toLowerCase(Locale.ROOT))
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
            if (found.isEmpty()) {
                return "";
            }
            try (InputStream in = Files.newInputStream(found.getFirst())) {
                return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return "";
        }
    }
}
