package dev.cadenza.corpus.read;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Opens music to learn from, whatever it comes as.
public final class Corpora {

    /// Fewer notes than that in the training part teach nothing.
    private static final int LEAST_NOTES = 500;

    private Corpora() {
    }

    /// Reads a folder of MIDI files or songs in MusicXML (see [FolderReader]), or chorales in JSON (see [JsbJsonReader]).
    /// The tokenizer says what is wanted of them: four voices, or one melody (of chorales, the soprano).
    ///
    /// @param seed decides which files of a folder are for validation; a JSON file states its own split
    /// @param validShare share of a folder's files for validation
    /// @throws InputException where the path cannot be read
    /// @throws RequestException where nothing in it can be used, or it holds too few notes
    public static Corpus open(Path path, Tokenizer tokenizer, long seed, double validShare) {
        if (!Files.exists(path)) {
            throw new InputException(path.toString(), new Place.Nowhere(), "NO_SUCH_FILE", "there is no such file or folder.",
                    "Check the name.");
        }
        Corpus corpus;
        if (Files.isDirectory(path)) {
            corpus = FolderReader.read(path, tokenizer, seed, validShare);
        } else if (path.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            Corpus chorales = chorales(path, tokenizer);
            corpus = chorales.from(DataSource.file(path, chorales.train().size()));
        } else {
            throw new RequestException(path.toString(), "NOT_A_CORPUS", "a single piece is too little to learn from.",
                    "Name a folder of MIDI files, or chorales as JSON.");
        }
        long notes = corpus.train().stream().mapToLong(piece -> tokenizer.notes(piece.tokens())).sum();
        if (notes < LEAST_NOTES) {
            throw new RequestException(path.toString(), "TOO_FEW_NOTES", "there are too few notes to learn from: " + notes
                    + " where " + LEAST_NOTES + " are needed (" + corpus.report() + ").", "Add more music.");
        }
        return corpus;
    }

    private static Corpus chorales(Path file, Tokenizer tokenizer) {
        return switch (tokenizer) {
            case SatbTokenizer satb -> JsbJsonReader.read(file, satb);
            case MelodyTokenizer melody -> {
                Corpus voices = JsbJsonReader.read(file, SatbTokenizer.SIXTEENTHS);
                yield new Corpus(melody, melodies(voices.train(), melody), melodies(voices.valid(), melody),
                        melodies(voices.test(), melody), voices.report());
            }
            default -> throw new IllegalArgumentException("chorales cannot be read with " + tokenizer);
        };
    }

    private static List<Piece> melodies(List<Piece> chorales, MelodyTokenizer melody) {
        return chorales.stream().map(piece -> new Piece(piece.id(), melody.encode(piece.score(SatbTokenizer.SIXTEENTHS)))).toList();
    }
}
