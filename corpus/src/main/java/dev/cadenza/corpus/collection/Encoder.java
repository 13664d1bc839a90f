package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.read.ImportReport.Entry;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.corpus.read.SungLine;
import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What a tokenizer makes of pieces. Melodies are cut into [Sections]; other music on a grid begins with its first note;
/// streams of events hold a piece as it is. It keeps nothing and may be used by several threads.
final class Encoder {

    private static final int LEAST_NOTES = 8;

    private final Tokenizer tokenizer;
    private final ImportListener listener;

    Encoder(Tokenizer tokenizer, ImportListener listener) {
        this.tokenizer = tokenizer;
        this.listener = listener;
    }

    /// What became of a piece.
    ///
    /// @param pieces its sequences; empty where it was dropped
    /// @param quartersPerMinute the tempo that it states for its start
    record Encoded(Entry entry, Share share, List<Piece> pieces, OptionalDouble quartersPerMinute) {

        static Encoded dropped(String id, String code, String reason) {
            return new Encoded(new Entry(id, Verdict.DROPPED, code, reason, 0, 0), Share.OPEN, List.of(), OptionalDouble.empty());
        }

        /// SHA-256 of the tokens without what stands beside them: equal for equal notes.
        String plainHash() {
            MessageDigest digest = Hashes.sha256();
            for (Piece piece : pieces) {
                int[] tokens = piece.tokens().tokens();
                ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (tokens.length + 2));
                bytes.putInt(piece.tokens().width()).putInt(tokens.length).asIntBuffer().put(tokens);
                digest.update(bytes.rewind());
            }
            return Hashes.hex(digest);
        }
    }

    /// Encodes a piece; never fails for what the piece is like.
    Encoded encode(SourcePiece piece) {
        try {
            return encoded(piece);
        } catch (CadenzaException e) {
            return Encoded.dropped(piece.id(), e.code(), reason(e.code(), "cannot be used: "));
        } catch (RuntimeException e) {
            listener.fault(piece.id(), e);
            return Encoded.dropped(piece.id(), ItemRead.INTERNAL, "a fault of Cadenza's own");
        }
    }

    /// A reason in a few words.
    ///
    /// @param other stands before the code where there are no words for it
    static String reason(String code, String other) {
        return switch (code) {
            case "NO_MELODY" -> "no melody found";
            case "NO_FOUR_VOICES" -> "no four voices found";
            case "NO_NOTES" -> "no notes found that can be used";
            case "TOO_LONG" -> "too long";
            case "NOT_A_FILE" -> "a link or no plain file";
            default -> other + code;
        };
    }

    private Encoded encoded(SourcePiece piece) {
        int lost = 0;
        List<Score> sections = switch (tokenizer) {
            case MelodyTokenizer melody -> {
                Score line = melody.line(sung(piece.score()));
                lost = melody.lost(line);
                yield Sections.of(line);
            }
            case GridTokenizer grid -> List.of(Excerpt.fromFirstNote(piece.score()));
            case EventTokenizer events -> List.of(piece.score());
        };
        List<TokenSequence> sequences = sections.stream().map(tokenizer::encode).toList();
        int notes = sequences.stream().mapToInt(tokenizer::notes).sum();
        if (notes < LEAST_NOTES) {
            return Encoded.dropped(piece.id(), "TOO_SHORT", "too short");
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            pieces.add(new Piece(sequences.size() == 1 ? piece.id() : piece.id() + "#" + (i + 1), sequences.get(i)));
        }
        return new Encoded(entry(piece, notes, lost), piece.share(), pieces, tempo(piece.score()));
    }

    /// In written music (which has voices) the melody of a song is what its words stand under.
    private static Score sung(Score score) {
        return score.parts().stream().allMatch(part -> part.notation().voices().isEmpty()) ? score : SungLine.of(score);
    }

    private static OptionalDouble tempo(Score score) {
        return score.tempos().stream().filter(tempo -> tempo.tick() == 0).mapToDouble(Tempo::bpm).findFirst();
    }

    private static Entry entry(SourcePiece piece, int notes, int lost) {
        if (piece.repairs().isEmpty()) {
            return new Entry(piece.id(), Verdict.KEPT, "", "", notes, lost);
        }
        return new Entry(piece.id(), Verdict.REPAIRED, piece.repairCode(), "faulty files", notes, lost);
    }
}
