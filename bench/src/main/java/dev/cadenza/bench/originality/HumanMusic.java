package dev.cadenza.bench.originality;

import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.collection.Layouts;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Human music in two parts: one to be indexed, one that is held out.
///
/// @param indexed pieces of the index
/// @param heldOut others
record HumanMusic(String name, List<Song> indexed, List<Song> heldOut) {

    private static final int STEPS_PER_QUARTER = 4;

    /// @param id what tells it from others
    record Song(String id, Score score) {
    }

    /// As a model sees it: the training part of a corpus, and its validation part. The test part stays closed.
    static HumanMusic learnt(String name, Path data, String representation, long seed, double validShare) {
        Corpus corpus = Corpora.open(data, Representations.named(representation, STEPS_PER_QUARTER), seed, validShare);
        return new HumanMusic(name, songs(corpus, corpus.train()), songs(corpus, corpus.valid()));
    }

    private static List<Song> songs(Corpus corpus, List<Piece> pieces) {
        return pieces.stream().map(piece -> new Song(piece.id(), piece.score(corpus.tokenizer()))).toList();
    }

    /// Scores as they are: every other piece is indexed, the rest held out.
    static HumanMusic written(String name, String layout, Path folder) {
        List<Song> indexed = new ArrayList<>();
        List<Song> heldOut = new ArrayList<>();
        List<? extends Item> items = Layouts.named(layout).orElseThrow().items(folder);
        for (int i = 0; i < items.size(); i++) {
            try {
                Song song = new Song(items.get(i).id(), items.get(i).read().getFirst().score());
                (i % 2 == 0 ? indexed : heldOut).add(song);
            } catch (CadenzaException e) {
                System.out.println("left out: " + e.getMessage());
            }
        }
        return new HumanMusic(name, indexed, heldOut);
    }

    /// The same with so many held-out pieces, evenly spaced.
    HumanMusic atMost(int pieces) {
        int count = Math.min(pieces, heldOut.size());
        List<Song> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(heldOut.get((int) ((long) i * heldOut.size() / count)));
        }
        return new HumanMusic(name, indexed, some);
    }
}
