package dev.cadenza.score.form;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Score;
import java.util.List;

/// A score as it is played: repeats, endings, *da capo* and *dal segno* written out.
public final class Playthrough {

    private Playthrough() {
    }

    /// The score with every bar as often and in the order in which it is played; it has no signs of repetition.
    ///
    /// Everything of the score moves along. Where the music jumps, tempo, key, metre and the settings of instruments that
    /// hold at the place it jumps to are stated again, and notes that sound on are cut. A section that is played more than
    /// once is sung with the words of that time, the last ones where there are not as many verses.
    ///
    /// @return the score itself where it is played as written, but for signs that change nothing
    /// @throws RequestException `REPEATS_TOO_LONG` where the music would be longer than [Joining] allows
    public static Score of(Score score) {
        if (score.repeats().isEmpty()) {
            return score;
        }
        List<Stretch> order = PlayOrder.of(score);
        if (PlayOrder.isAsWritten(order, PlayOrder.end(score))) {
            return new Score(score.resolution(), score.tempos(), score.meters(), score.keys(), score.chords(), score.markers(),
                    score.parts(), score.metadata());
        }
        return Joining.of(score, order, false);
    }
}
