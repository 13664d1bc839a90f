package dev.cadenza.app;

import dev.cadenza.corpus.collection.Facts;
import dev.cadenza.corpus.collection.StoredCorpus;
import dev.cadenza.corpus.collection.StoredPiece;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which recipe a beginner does well to try first on a corpus: the one that suits more than half of its pieces.
final class SuitedRecipe {

    private static final int VOICES = 4;

    private SuitedRecipe() {
    }

    /// `band` for drums or five parts and more, `chorale` for four parts in four voices, else `melody`.
    static String of(StoredCorpus corpus) {
        try (Stream<StoredPiece> pieces = corpus.pieces()) {
            List<Facts> kept = pieces.filter(piece -> piece.place().isPresent()).map(StoredPiece::facts).flatMap(Optional::stream)
                    .toList();
            long bands = kept.stream().filter(SuitedRecipe::band).count();
            long choirs = kept.stream().filter(SuitedRecipe::choir).count();
            return 2 * bands > kept.size() ? "band" : 2 * choirs > kept.size() ? "chorale" : "melody";
        }
    }

    private static boolean band(Facts piece) {
        return piece.parts().size() > VOICES || piece.parts().stream().anyMatch(part -> part.instrument().drums());
    }

    private static boolean choir(Facts piece) {
        return piece.parts().size() == VOICES && piece.polyphony() <= VOICES && !band(piece);
    }
}
