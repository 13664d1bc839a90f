package dev.cadenza.evaluate.voices;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which chorales have a passage of their soprano in common with chorales that were learnt from: Bach set many tunes more than
/// once. A soprano is taken as notes, equal pitches one after the other being one note and a rest a note like others; each note is
/// its length in steps and the interval to the next one. Transposition does not matter, save beside rests.
public final class LeakAudit {

    /// So many notes in a row make a leak where nothing else is said.
    public static final int USUAL_NOTES = 12;

    private final int notes;
    private final Set<List<Long>> known = new HashSet<>();

    private LeakAudit(int notes) {
        this.notes = notes;
    }

    /// Learns the sopranos of pieces.
    ///
    /// @param notes how many notes in a row make a leak, 1 or more
    public static LeakAudit of(List<FourParts> learnt, int notes) {
        LeakAudit audit = new LeakAudit(notes);
        learnt.forEach(piece -> audit.known.addAll(audit.passages(piece)));
        return audit;
    }

    /// Whether the soprano of a piece has a passage in common with those that were learnt.
    public boolean isLeaky(FourParts piece) {
        return passages(piece).stream().anyMatch(known::contains);
    }

    private List<List<Long>> passages(FourParts piece) {
        List<Long> moves = moves(piece);
        List<List<Long>> passages = new ArrayList<>();
        for (int from = 0; from + notes <= moves.size(); from++) {
            passages.add(List.copyOf(moves.subList(from, from + notes)));
        }
        return passages;
    }

    /// Each note but the last: interval in the upper half, length in the lower one.
    private static List<Long> moves(FourParts piece) {
        List<Long> moves = new ArrayList<>();
        int begun = 0;
        for (int step = 1; step < piece.steps(); step++) {
            int before = piece.pitches()[step - 1][0];
            int now = piece.pitches()[step][0];
            if (now != before) {
                moves.add((long) (now - before) << Integer.SIZE | step - begun);
                begun = step;
            }
        }
        return moves;
    }
}
