package dev.cadenza.app;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.evaluate.originality.Band;
import dev.cadenza.evaluate.originality.HeldOut;
import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.score.Score;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Makes indexes of passages, and finds them beside models.
///
/// The band of an index comes from pieces that are not in it. Where there are too few, each of its own pieces is looked at beside
/// all others.
record Passages(Task task) {

    /// So many pieces are enough to know what is usual.
    private static final int MOST_LOOKED_AT = 300;

    /// What a model learnt from before it learnt from this.
    sealed interface Base {
    }

    /// It learns for the first time.
    record Nothing() implements Base {
    }

    /// Its passages are known.
    record Known(PassageIndex index) implements Base {
    }

    /// Nobody knows its passages.
    record Forgotten(String model) implements Base {
    }

    /// The index beside a model, if there is one.
    ///
    /// @throws dev.cadenza.score.CadenzaException.ModelException where it is damaged
    static Optional<PassageIndex> beside(Path folder) {
        Path file = folder.resolve(PassageIndex.FILE);
        return Files.isRegularFile(file) ? Optional.of(PassageIndex.read(file)) : Optional.empty();
    }

    /// The index of what a model sees of the training part of a corpus, with the band of its validation part.
    PassageIndex learnt(Corpus corpus, Base base) {
        Tokenizer tokenizer = corpus.tokenizer();
        PassageIndex.Builder builder = PassageIndex.builder();
        switch (base) {
            case Nothing nothing -> { }
            case Known known -> builder.add(known.index());
            case Forgotten forgotten -> {
                builder.partial();
                task.notice("The model '" + forgotten.model() + "' has no index of passages (" + PassageIndex.FILE + "): music of the new"
                        + " model can be checked for what it repeats of the new data alone.");
            }
        }
        List<Piece> train = corpus.train();
        int prefix = prefix(train);
        for (int i = 0; i < train.size(); i++) {
            task.progress("noting passages", i, train.size());
            builder.add(train.get(i).id().substring(prefix), train.get(i).score(tokenizer));
        }
        PassageIndex index = builder.build();
        return corpus.valid().size() >= HeldOut.LEAST_PIECES
                ? index.withBand(band(index, corpus.valid().size(), i -> corpus.valid().get(i).score(tokenizer)))
                : withOwnBand(index, train.size(), i -> train.get(i).id().substring(prefix), i -> train.get(i).score(tokenizer));
    }

    private Band band(PassageIndex index, int pieces, IntFunction<Score> scores) {
        HeldOut heldOut = new HeldOut(index);
        spread(pieces).forEach(i -> {
            task.progress("looking at held-out music", i, pieces);
            heldOut.add(scores.apply(i));
        });
        return heldOut.band();
    }

    /// An index with the band of its own pieces, each beside the others.
    PassageIndex withOwnBand(PassageIndex index, int pieces, IntFunction<String> ids, IntFunction<Score> scores) {
        HeldOut heldOut = new HeldOut(index);
        spread(pieces).forEach(i -> {
            task.progress("looking at each piece beside the others", i, pieces);
            String song = song(ids.apply(i));
            heldOut.add(scores.apply(i), other -> !song(other).equals(song));
        });
        return index.withBand(heldOut.band());
    }

    private static IntStream spread(int pieces) {
        int looked = Math.min(pieces, MOST_LOOKED_AT);
        return IntStream.range(0, looked).map(i -> (int) ((long) i * pieces / looked));
    }

    /// The piece that a section was cut out of: `ID#2` is a section of `ID`.
    private static String song(String id) {
        int end = id.length();
        while (end > 0 && Character.isDigit(id.charAt(end - 1))) {
            end--;
        }
        return end > 0 && end < id.length() && id.charAt(end - 1) == '#' ? id.substring(0, end - 1) : id;
    }

    /// How much of the ids is the name of the one file that they all come from, and says nothing: `FILE#`.
    private static int prefix(List<Piece> pieces) {
        String first = pieces.isEmpty() ? "" : pieces.getFirst().id();
        int length = first.indexOf('#') + 1;
        String file = first.substring(0, length);
        boolean common = length > 1 && pieces.stream().allMatch(piece -> piece.id().startsWith(file) && piece.id().length() > length);
        return common ? length : 0;
    }
}
