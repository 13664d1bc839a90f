package dev.cadenza.score.form;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.RepeatSign.Kind;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// In which order the stretches between the signs of a score are played.
///
/// A repeat goes back to the last start, else to the end of the last repeat, else to the beginning. An ending is played in
/// the passes it names; without one for a pass the music goes on behind the endings. *Da capo* and *dal segno* are obeyed
/// once; after them repeats are not taken, of endings the last is played, *fine* ends, and *to coda* leaves for the first
/// coda behind it (or, without one, the first), in which repeats are taken again. Gould, *Behind Bars* (2011), has the rules.
public final class PlayOrder {

    private static final int MOST_STRETCHES = 50_000;

    private final List<Boundary> boundaries;
    private final Ending[] endings;
    private final List<Stretch> order = new ArrayList<>();
    private final Set<Integer> jumped = new HashSet<>();
    private int at;
    private int section;
    private int pass = 1;
    private boolean returned;

    private PlayOrder(List<Boundary> boundaries) {
        this.boundaries = boundaries;
        this.endings = Ending.of(boundaries);
    }

    /// The stretches of a score in playing order; those that follow each other on the page are not joined.
    ///
    /// @throws RequestException `REPEATS_TOO_LONG` where there are more than 50,000
    public static List<Stretch> of(Score score) {
        PlayOrder order = new PlayOrder(Boundary.of(score.repeats(), end(score)));
        while (order.at + 1 < order.boundaries.size()) {
            order.step();
        }
        return List.copyOf(order.order);
    }

    /// Where the last note has ended, and the last sign stands.
    static long end(Score score) {
        long end = score.end();
        for (RepeatSign sign : score.repeats()) {
            end = Math.max(end, sign.tick());
        }
        return end;
    }

    /// Whether each stretch follows the one before it on the page, from the beginning to the end.
    static boolean isAsWritten(List<Stretch> order, long end) {
        long at = 0;
        for (Stretch stretch : order) {
            if (stretch.from() != at) {
                return false;
            }
            at = stretch.to();
        }
        return at == end;
    }

    static RequestException tooLong() {
        return new RequestException("", "REPEATS_TOO_LONG", "with its repeats played out, the piece is too long.",
                "Take out repeats, or use the piece as it is written.");
    }

    private void step() {
        Boundary here = boundaries.get(at);
        if (here.starts() && at != section) {
            section = at;
            pass = 1;
        }
        Ending ending = endings[at];
        if (ending != null && ending.first() == at && !ending.passes().contains(returned ? ending.last() : pass)) {
            at = ending.behind();
            endSection(ending);
            return;
        }
        if (order.size() == MOST_STRETCHES) {
            throw tooLong();
        }
        Boundary next = boundaries.get(at + 1);
        order.add(new Stretch(here.tick(), next.tick(), pass));
        at++;
        leave(next, ending);
    }

    /// What the signs at the end of a stretch say.
    private void leave(Boundary next, Ending ending) {
        int times = ending != null && next.times() > 0 ? ending.last() : next.times();
        if (!returned && pass < times) {
            pass++;
            at = section;
            return;
        }
        if (next.times() > 0) {
            section = at;
            pass = 1;
        } else if (ending != null && ending.behind() == at) {
            endSection(ending);
        }
        if (returned && next.has(Kind.FINE)) {
            at = boundaries.size();
        } else if (returned && next.has(Kind.TO_CODA) && coda() >= 0) {
            jump(coda());
            returned = false;
        } else if ((next.has(Kind.DA_CAPO) || next.has(Kind.DAL_SEGNO)) && jumped.add(at)) {
            jump(next.has(Kind.DA_CAPO) ? 0 : segno());
            returned = true;
        }
    }

    /// Behind the last of a row of endings, a section is over.
    private void endSection(Ending ending) {
        if (ending.closes()) {
            section = at;
            pass = 1;
        }
    }

    private void jump(int target) {
        at = target;
        section = target;
        pass = 1;
    }

    private int coda() {
        int first = -1;
        for (int i = 0; i + 1 < boundaries.size(); i++) {
            if (boundaries.get(i).has(Kind.CODA)) {
                if (i >= at) {
                    return i;
                }
                first = first < 0 ? i : first;
            }
        }
        return first;
    }

    /// The segno that stands last before this place; else the first; else the beginning.
    private int segno() {
        int found = 0;
        for (int i = 0; i + 1 < boundaries.size(); i++) {
            if (boundaries.get(i).has(Kind.SEGNO) && (i < at || found == 0)) {
                found = i;
            }
        }
        return found;
    }
}
