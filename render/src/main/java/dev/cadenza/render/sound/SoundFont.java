package dev.cadenza.render.sound;

import com.sun.media.sound.SF2Soundbank;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A set of General MIDI sounds, loaded. May be used for any number of recordings, by one thread at a time.
public final class SoundFont {

    private static final int MAX_CANDIDATES = 10_000;

    private final SoundBank bank;
    private final SF2Soundbank sounds;

    SoundFont(SoundBank bank, SF2Soundbank sounds) {
        this.bank = bank;
        this.sounds = sounds;
    }

    /// Which bank this is.
    public SoundBank bank() {
        return bank;
    }

    SF2Soundbank sounds() {
        return sounds;
    }

    /// Loads a SoundFont 2 file.
    ///
    /// @throws InputException where it cannot be read, is damaged, or is compressed (SF3)
    /// @throws EnvironmentException where it does not fit into the memory of this process
    public static SoundFont open(Path file) {
        Gervill.require();
        String source = file.toString();
        try (FileChannel channel = FileChannel.open(file)) {
            FontCheck.check(source, channel);
            long room = Runtime.getRuntime().maxMemory() / 2;
            if (channel.size() > room) {
                throw new EnvironmentException(source, "FONT_TOO_LARGE", "the SoundFont has " + (channel.size() >> 20)
                        + " MB, more than half of the memory this process may use.",
                        "Choose a smaller one, or raise the limit with -Xmx.", null);
            }
            String hash = hash(channel);
            try (InputStream in = Files.newInputStream(file)) {
                return new SoundFont(new SoundBank(String.valueOf(file.getFileName()), hash), new SF2Soundbank(in));
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof dev.cadenza.score.CadenzaException ours) {
                throw ours;
            }
            throw new InputException(source, new Place.Nowhere(), "FONT_UNREADABLE",
                    e instanceof NoSuchFileException ? "there is no such SoundFont."
                            : "the SoundFont cannot be read" + (e.getMessage() == null ? "." : " (" + e.getMessage() + ")."), "Check the path, or choose another file.", e);
        }
    }

    /// The best set of sounds this machine has: the first SoundFont 2 file found in the usual folders that can be
    /// played (`~/.cadenza/soundfonts`, `/usr/share/sounds/sf2`, `/usr/share/soundfonts`,
    /// `/usr/local/share/soundfonts`, in this order, `default*` first, then by name), else the built-in bank.
    public static SoundFont standard() {
        Path home = Path.of(System.getProperty("user.home", ".")).resolve(".cadenza");
        return standard(List.of(home.resolve("soundfonts"), Path.of("/usr/share/sounds/sf2"),
                Path.of("/usr/share/soundfonts"), Path.of("/usr/local/share/soundfonts")), home.resolve("cache"));
    }

    static SoundFont standard(List<Path> folders, Path cache) {
        for (Path candidate : installed(folders)) {
            try {
                return open(candidate);
            } catch (InputException e) {
                // Nobody asked for this one by name: the next may do.
                continue;
            }
        }
        return BuiltInBank.load(cache);
    }

    /// The bank that the JDK computes: plain, but there on every machine. It is kept in `cache` after its first use,
    /// because the JDK computes a slightly different one each time, and equal scores shall give equal recordings.
    public static SoundFont builtIn(Path cache) {
        return BuiltInBank.load(cache);
    }

    private static List<Path> installed(List<Path> folders) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.limit(MAX_CANDIDATES).filter(SoundFont::looksLikeOne).sorted((a, b) -> order(a).compareTo(order(b)))
                        .forEach(found::add);
            } catch (IOException e) {
                // A folder that is not there holds no font.
                continue;
            }
        }
        return found;
    }

    private static boolean looksLikeOne(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".sf2") && Files.isRegularFile(file);
    }

    private static String order(Path file) {
        String name = file.getFileName().toString();
        return (name.startsWith("default") ? "0" : "1") + name;
    }

    private static String hash(FileChannel file) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (long at = 0; file.read(buffer, at) > 0; buffer.clear()) {
            at += buffer.flip().limit();
            digest.update(buffer);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
