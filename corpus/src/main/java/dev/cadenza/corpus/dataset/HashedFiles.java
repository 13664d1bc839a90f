package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.ScoreFiles;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Place;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.RandomAccess;
import java.util.regex.Pattern;

/// Files named by the MD5 of their bytes, in folders named by its first digit, as a list of items that holds their names
/// packed and makes an item when asked for it.
final class HashedFiles extends AbstractList<Item> implements RandomAccess {

    private static final int MD5_BYTES = 16;
    private static final long MAX_BYTES = 64L << 20;
    private static final HexFormat HEX = HexFormat.of();

    private final Path folder;
    private final String prefix;
    private final byte[][] names;

    private HashedFiles(Path folder, String prefix, byte[][] names) {
        this.folder = folder;
        this.prefix = prefix;
        this.names = names;
    }

    /// @param root what ids are relative to
    /// @param folder the one with the folders `0` to `f`
    static List<Item> in(Path root, Path folder) {
        byte[] packed = new byte[1024 * MD5_BYTES];
        int size = 0;
        for (Path digit : Roots.list(folder, path -> Roots.name(path).matches("[0-9a-f]"))) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(digit)) {
                for (Path file : files) {
                    String name = Roots.name(file);
                    if (LakhLayout.FILE.matcher(name).matches() && name.startsWith(Roots.name(digit))) {
                        packed = size == packed.length ? Arrays.copyOf(packed, size * 2) : packed;
                        System.arraycopy(HEX.parseHex(name, 0, 2 * MD5_BYTES), 0, packed, size, MD5_BYTES);
                        size += MD5_BYTES;
                    }
                }
            } catch (IOException | java.nio.file.DirectoryIteratorException e) {
                throw new InputException(digit.toString(), new Place.Nowhere(), "CANNOT_READ", "the folder cannot be read.",
                        "Check whether it may be read.", e);
            }
        }
        byte[][] names = new byte[size / MD5_BYTES][];
        for (int i = 0; i < names.length; i++) {
            names[i] = Arrays.copyOfRange(packed, i * MD5_BYTES, (i + 1) * MD5_BYTES);
        }
        Arrays.sort(names, Arrays::compareUnsigned);
        String prefix = Roots.id(root, folder);
        return new HashedFiles(folder, prefix.isEmpty() ? "" : prefix + "/", names);
    }

    /// Whether a folder holds a file of such a name; looks at a few only.
    static boolean any(Path folder, Pattern name) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            int looked = 0;
            for (Path file : files) {
                if (name.matcher(Roots.name(file)).matches()) {
                    return true;
                }
                if (++looked == 10) {
                    return false;
                }
            }
            return false;
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return false;
        }
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public Item get(int index) {
        String md5 = HEX.formatHex(names[index]);
        String path = md5.charAt(0) + "/" + md5 + ".mid";
        Path file = folder.resolve(path);
        return new FileItem(prefix + path, List.of(file), () -> read(prefix + path, file, md5));
    }

    private static List<SourcePiece> read(String id, Path file, String md5) {
        byte[] bytes = bytes(file);
        String found = Hashes.md5(bytes);
        if (!found.equals(md5)) {
            throw new InputException(file.toString(), new Place.Nowhere(), "HASH_DIFFERS",
                    "the MD5 of the file is " + found + ", not its name.", "Fetch it anew.");
        }
        return List.of(ScoreFiles.midi(id, MidiReader.read(file.toString(), bytes)));
    }

    private static byte[] bytes(Path file) {
        try {
            if (!Roots.isFile(file) || Files.size(file) > MAX_BYTES) {
                throw new InputException(file.toString(), new Place.Nowhere(), "TOO_LARGE",
                        "the file is no plain file, or larger than " + (MAX_BYTES >> 20) + " MB.", "Leave it out.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException(file.toString(), new Place.Nowhere(), "CANNOT_READ",
                    "the file cannot be read (" + FileFaults.reason(e) + ").", "Check whether it may be read.", e);
        }
    }
}
