package dev.cadenza.corpus.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The archives that can be unpacked, told by their endings.
public enum ArchiveKind {

    /// A zip file.
    ZIP(".zip"),

    /// A tar file as it is.
    TAR(".tar"),

    /// A tar file packed with gzip.
    TAR_GZ(".tar.gz", ".tgz"),

    /// A tar file packed with xz.
    TAR_XZ(".tar.xz", ".txz");

    private final List<String> endings;

    ArchiveKind(String... endings) {
        this.endings = List.of(endings);
    }

    /// The kind of a file, by its name; empty for what is no archive.
    public static Optional<ArchiveKind> of(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        for (ArchiveKind kind : values()) {
            if (kind.endings.stream().anyMatch(name::endsWith)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// The name of an archive without its ending; that of any other file or folder as it is.
    public static String bareName(Path file) {
        String name = name(file);
        int length = name.length();
        for (String ending : of(file).map(kind -> kind.endings).orElse(List.of())) {
            if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
                length = name.length() - ending.length();
            }
        }
        return name.substring(0, length);
    }

    private static String name(Path file) {
        return String.valueOf(file.toAbsolutePath().normalize().getFileName());
    }
}
