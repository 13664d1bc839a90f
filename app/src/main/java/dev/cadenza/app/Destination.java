package dev.cadenza.app;

import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where results go. Files that exist are never overwritten unless `force` says so: a number is added, the same one to
/// every file of a set.
///
/// @param out a file name without its ending, or a folder (one that exists, or a name that ends in `/`); an ending that
///            belongs to a [Format] is dropped; empty for the current folder
/// @param formats what to write, at least one
/// @param force whether existing files are replaced
public record Destination(String out, List<Format> formats, boolean force) {

    public Destination {
        formats = List.copyOf(formats);
        if (formats.isEmpty()) {
            throw new RequestException("--to", "NO_FORMAT", "no format is named.", "Name at least one of " + Format.known() + ".");
        }
        try {
            Path.of(out);
        } catch (InvalidPathException e) {
            throw new RequestException("--out", "NAME_INVALID", "'" + out + "' cannot be the name of a file on this system.", "");
        }
    }

    /// Free names, one for each piece: the folder and file name without ending.
    ///
    /// One piece takes the name itself, or the name with `-2`, `-3`, ... where that is taken; several take `-1`, `-2`,
    /// ... or, where one of those is taken, the next free run of numbers.
    ///
    /// @param usual the name to use where `out` names only a folder
    /// @param endings all endings that must be free, dots included
    public List<Path> names(String usual, int pieces, List<String> endings) {
        Path base = base(usual);
        if (pieces == 1) {
            Path free = base;
            for (int number = 2; !force && taken(free, endings); number++) {
                free = numbered(base, number);
            }
            return List.of(free);
        }
        int first = 1;
        for (int number = 1; !force && number < first + pieces; number++) {
            if (taken(numbered(base, number), endings)) {
                first = number + 1;
            }
        }
        List<Path> names = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            names.add(numbered(base, first + i));
        }
        return names;
    }

    /// Free names for pieces that have names of their own within their file: `tunes-3` for piece `3` of `tunes`. Where one is
    /// taken, all get a number: `tunes-2-3`.
    ///
    /// @param pieces what tells each from the others; empty for a piece that is the only one
    public List<Path> names(String usual, List<String> pieces, List<String> endings) {
        return names(base(usual), pieces, endings, force);
    }

    /// Free names beside a base, likewise.
    static List<Path> names(Path base, List<String> pieces, List<String> endings, boolean force) {
        List<Path> names = named(base, pieces, "");
        for (int number = 2; !force && names.stream().anyMatch(name -> taken(name, endings)); number++) {
            names = named(base, pieces, "-" + number);
        }
        return names;
    }

    private static List<Path> named(Path base, List<String> pieces, String number) {
        return pieces.stream().map(piece -> with(base, number + (piece.isEmpty() ? "" : "-" + piece))).toList();
    }

    /// Whether files take the names of what they are made of, in a folder.
    boolean isFolder() {
        return out.isEmpty() || out.endsWith("/") || Files.isDirectory(Path.of(out));
    }

    private Path base(String usual) {
        if (out.isEmpty()) {
            return Path.of(usual);
        }
        if (isFolder()) {
            return Path.of(out).resolve(usual);
        }
        return Path.of(Format.ofName(out).map(named -> out.substring(0, out.length() - named.ending().length())).orElse(out));
    }

    private static Path numbered(Path base, int number) {
        return base.resolveSibling(base.getFileName() + "-" + number);
    }

    private static boolean taken(Path base, List<String> endings) {
        return endings.stream().anyMatch(ending -> Files.exists(with(base, ending)));
    }

    /// The file with that name and ending.
    public static Path with(Path base, String ending) {
        return base.resolveSibling(base.getFileName() + ending);
    }
}
