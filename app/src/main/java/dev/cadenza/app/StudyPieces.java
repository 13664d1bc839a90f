package dev.cadenza.app;

import dev.cadenza.corpus.collection.Layouts;
import dev.cadenza.corpus.collection.StoredCorpus;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.TempoMap;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Draws pieces from files, folders and stored corpora, in an order that a generator decides. A file is read when it is its turn.
final class StudyPieces {

    /// Of several files of one piece, as `compose` makes them, the one that is heard is taken.
    private static final List<String> PREFERRED = List.of(".mid", ".midi", ".musicxml", ".mxl", ".xml", ".abc");

    private final double seconds;
    private final boolean plain;
    private final RandomGenerator random;
    private final Task task;
    private final Deque<Supplier<List<SourcePiece>>> unread = new ArrayDeque<>();
    private final Deque<SourcePiece> waiting = new ArrayDeque<>();
    private final Deque<SourcePiece> ready = new ArrayDeque<>();
    private final boolean several;
    private int tooShort;

    /// @param seconds of an excerpt
    StudyPieces(List<Path> paths, double seconds, boolean plain, RandomGenerator random, Task task) {
        this.seconds = seconds;
        this.plain = plain;
        this.random = random;
        this.task = task;
        List<Supplier<List<SourcePiece>>> first = new ArrayList<>();
        List<Supplier<List<SourcePiece>>> later = new ArrayList<>();
        for (Path path : paths) {
            if (StoredCorpus.isStored(path)) {
                StoredCorpus corpus = StoredCorpus.open(path);
                for (int i = 0; i < corpus.size(); i++) {
                    int index = i;
                    // What a model did not learn from comes first: what it did might be heard in its takes.
                    (corpus.share(i) == Share.TEST ? first : later).add(() -> List.of(new SourcePiece(corpus.id(index),
                            corpus.score(index), corpus.share(index), List.of())));
                }
            } else {
                withoutCopies(Layouts.of(path).items(path)).forEach(item -> first.add(item::read));
            }
        }
        shuffle(first);
        shuffle(later);
        unread.addAll(first);
        unread.addAll(later);
        several = unread.size() > 1;
    }

    private <T> void shuffle(List<T> things) {
        for (int i = things.size() - 1; i > 0; i--) {
            Collections.swap(things, i, random.nextInt(i + 1));
        }
    }

    /// Of files that differ in their endings alone, one.
    static List<Item> withoutCopies(List<Item> items) {
        Map<String, Integer> best = new HashMap<>();
        items.forEach(item -> best.merge(stem(item.id()), rank(item.id()), Math::min));
        return items.stream().filter(item -> best.get(stem(item.id())) == rank(item.id())).toList();
    }

    private static String stem(String id) {
        int dot = id.lastIndexOf('.');
        return dot > id.lastIndexOf('/') + 1 ? id.substring(0, dot) : id;
    }

    private static int rank(String id) {
        int known = PREFERRED.indexOf(id.substring(stem(id).length()).toLowerCase(Locale.ROOT));
        return known < 0 ? PREFERRED.size() : known;
    }

    /// Reads the next pieces, which are drawn later all the same.
    ///
    /// @return the mean tempos of those that state one, in quarter notes a minute
    List<Double> tempos(int pieces) {
        while (ready.size() < pieces) {
            Optional<SourcePiece> piece = piece();
            if (piece.isEmpty()) {
                break;
            }
            ready.add(piece.get());
        }
        return ready.stream().map(SourcePiece::score).filter(score -> !score.tempos().isEmpty() && score.end() > 0)
                .map(score -> 60.0 * score.end() / score.resolution() / TempoMap.of(score).seconds(score.end())).toList();
    }

    /// The next excerpt; empty where there are no more. Of a file with several pieces one is taken, the others when all files have
    /// been read.
    ///
    /// @param usual tempo of pieces that state none, in quarter notes a minute
    /// @param fixed tempo of all pieces; empty where each keeps its own
    Optional<StudyExcerpt> next(double usual, OptionalDouble fixed) {
        while (true) {
            Optional<SourcePiece> piece = ready.isEmpty() ? piece() : Optional.of(ready.removeFirst());
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            Optional<StudyExcerpt> excerpt = excerpt(piece.get(), usual, fixed);
            if (excerpt.isPresent()) {
                return excerpt;
            }
        }
    }

    private Optional<SourcePiece> piece() {
        while (!unread.isEmpty()) {
            task.check();
            Optional<SourcePiece> piece = read(unread.removeFirst());
            if (piece.isPresent()) {
                return piece;
            }
        }
        return Optional.ofNullable(waiting.pollFirst());
    }

    private Optional<SourcePiece> read(Supplier<List<SourcePiece>> source) {
        List<SourcePiece> pieces;
        try {
            pieces = new ArrayList<>(source.get());
        } catch (CadenzaException e) {
            if (!several) {
                throw e;
            }
            task.notice("Left out: " + e.getMessage());
            return Optional.empty();
        }
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        shuffle(pieces);
        waiting.addAll(pieces.subList(1, pieces.size()));
        return Optional.of(pieces.getFirst());
    }

    private Optional<StudyExcerpt> excerpt(SourcePiece piece, double usual, OptionalDouble fixed) {
        Score score = piece.score();
        if (fixed.isPresent() || score.tempos().isEmpty()) {
            score = new Score(score.resolution(), List.of(Tempo.ofBpm(0, fixed.orElse(usual))), score.meters(), score.keys(), score.chords(),
                    score.markers(), score.parts(), score.metadata(), score.repeats());
        }
        try {
            Optional<StudyExcerpt> excerpt = StudyExcerpt.of(piece.id(), score, seconds, plain);
            tooShort += excerpt.isEmpty() ? 1 : 0;
            return excerpt;
        } catch (CadenzaException e) {
            task.notice("Left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    /// How many pieces were passed over because they are too short, or have no bar line where one is needed.
    int tooShort() {
        return tooShort;
    }
}
