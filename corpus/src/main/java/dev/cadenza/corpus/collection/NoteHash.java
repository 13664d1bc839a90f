package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// SHA-256 of music.
final class NoteHash {

    private NoteHash() {
    }

    private record Sounding(long onset, long duration, int pitch) {
    }

    /// Equal for scores with the same notes: when, how long, how high, drums or not. How they are spread over parts, how
    /// loud they are, how finely time is counted and how fast it runs does not matter.
    static String of(Score score) {
        long unit = score.resolution();
        List<Sounding> notes = new ArrayList<>();
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                notes.add(new Sounding(note.onset(), note.duration(), note.pitch().midi() + (part.instrument().drums() ? 128 : 0)));
                unit = divisor(divisor(unit, note.onset()), note.duration());
            }
        }
        notes.sort(Comparator.comparingLong(Sounding::onset).thenComparingInt(Sounding::pitch).thenComparingLong(Sounding::duration));
        MessageDigest digest = Hashes.sha256();
        ByteBuffer bytes = ByteBuffer.allocate(24);
        digest.update(bytes.putLong(score.resolution() / unit).array(), 0, Long.BYTES);
        for (Sounding note : notes) {
            bytes.clear();
            digest.update(bytes.putLong(note.onset / unit).putLong(note.duration / unit).putLong(note.pitch).array());
        }
        return Hashes.hex(digest);
    }

    /// The greatest common divisor.
    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
