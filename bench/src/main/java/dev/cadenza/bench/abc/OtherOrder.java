package dev.cadenza.bench.abc;

import dev.cadenza.bench.abc.Abc2Midi.Struck;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.Score;
import dev.cadenza.score.form.Playthrough;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Finds out which signs of repetition another program must have read otherwise: those without which, or with which in
/// addition, the piece is played exactly as that program plays it.
final class OtherOrder {

    private static final int MOST_SIGNS = 14;
    private static final int MOST_CHANGES = 2;

    private record Change(String name, UnaryOperator<List<RepeatSign>> on) {
    }

    private OtherOrder() {
    }

    /// The fewest changes, at most two, that make a score sound like what was struck: `-START`, `+END` and so on.
    static Optional<String> of(Score score, List<Struck> theirs) {
        if (score.repeats().size() > MOST_SIGNS) {
            return Optional.empty();
        }
        List<Change> changes = changes(score);
        for (int most = 1; most <= MOST_CHANGES; most++) {
            Optional<String> found = search(score, theirs, changes, 0, most, score.repeats(), new ArrayList<>());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Change> changes(Score score) {
        List<Change> changes = new ArrayList<>();
        Set<Long> ticks = new TreeSet<>();
        for (RepeatSign sign : score.repeats()) {
            ticks.add(sign.tick());
            changes.add(new Change("-" + sign.kind(), signs -> signs.stream().filter(other -> !other.equals(sign)).toList()));
        }
        for (long tick : ticks) {
            for (Kind kind : List.of(Kind.START, Kind.END)) {
                RepeatSign sign = RepeatSign.of(tick, kind);
                if (!score.repeats().contains(sign)) {
                    changes.add(new Change("+" + kind, signs -> with(signs, sign)));
                }
            }
        }
        return changes;
    }

    private static List<RepeatSign> with(List<RepeatSign> signs, RepeatSign sign) {
        List<RepeatSign> more = new ArrayList<>(signs);
        int at = 0;
        while (at < more.size() && (more.get(at).tick() < sign.tick() || sign.kind() == Kind.START && more.get(at).tick() == sign.tick())) {
            at++;
        }
        more.add(at, sign);
        return more;
    }

    private static Optional<String> search(Score score, List<Struck> theirs, List<Change> changes, int from, int left,
            List<RepeatSign> signs, List<String> names) {
        if (left == 0) {
            return sounds(score, signs, theirs) ? Optional.of(String.join(" ", names.stream().sorted().distinct().toList())) : Optional.empty();
        }
        for (int i = from; i < changes.size(); i++) {
            names.add(changes.get(i).name());
            Optional<String> found = search(score, theirs, changes, i + 1, left - 1, changes.get(i).on().apply(signs), names);
            names.removeLast();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean sounds(Score score, List<RepeatSign> signs, List<Struck> theirs) {
        try {
            return Abc2Midi.same(Abc2Midi.struck(Playthrough.of(with(score, signs))), theirs);
        } catch (CadenzaException | IllegalArgumentException _) {
            return false;
        }
    }

    /// A score with other signs.
    static Score with(Score score, List<RepeatSign> signs) {
        return new Score(score.resolution(), score.tempos(), score.meters(), score.keys(), score.chords(), score.markers(),
                score.parts(), score.metadata(), signs);
    }
}
