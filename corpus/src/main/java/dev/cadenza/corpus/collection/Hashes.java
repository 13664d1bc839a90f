package dev.cadenza.corpus.collection;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 of files and of music, in small hexadecimal letters.
final class Hashes {

    private Hashes() {
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return hex(digest);
    }

    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest);
    }

    private record Sounding(long onset, long duration, int pitch) {
    }

    /// Equal for scores with the same notes: when, how long, how high, drums or not. How they are spread over parts, how
    /// loud they are, how finely time is counted and how fast it runs does not matter.
    static String ofNotes(Score score) {
        long unit = score.resolution();
        List<Sounding> notes = new ArrayList<>();
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                notes.add(new Sounding(note.onset(), note.duration(), note.pitch().midi() + (part.instrument().drums() ? 128 : 0)));
                unit = divisor(divisor(unit, note.onset()), note.duration());
            }
        }
        notes.sort(Comparator.comparingLong(Sounding::onset).thenComparingInt(Sounding::pitch).thenComparingLong(Sounding::duration));
        MessageDigest digest = sha256();
        ByteBuffer bytes = ByteBuffer.allocate(24);
        digest.update(bytes.putLong(score.resolution() / unit).array(), 0, Long.BYTES);
        for (Sounding note : notes) {
            bytes.clear();
            digest.update(bytes.putLong(note.onset / unit).putLong(note.duration / unit).putLong(note.pitch).array());
        }
        return hex(digest);
    }

    /// The greatest common divisor.
    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
