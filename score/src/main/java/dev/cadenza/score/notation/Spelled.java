package dev.cadenza.score.notation;

import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.KeyFinder;
import dev.cadenza.score.theory.Speller;
import java.util.List;

/// Gives a score the key signature and the spellings that a reader expects and MIDI does not carry.
final class Spelled {

    /// Below this a found key is doubtful.
    private static final double LEAST_CONFIDENCE = 0.05;

    private Spelled() {
    }

    static Score of(Score score) {
        if (score.parts().stream().anyMatch(part -> !part.notation().voices().isEmpty())) {
            // A page has its keys and its spellings.
            return score;
        }
        Score keyed = score.keys().isEmpty() ? withFoundKey(score) : score;
        boolean spelledAlready = score.parts().stream().filter(part -> !part.instrument().drums())
                .flatMap(part -> part.notes().stream()).map(Note::pitch)
                .anyMatch(pitch -> !pitch.equals(Pitch.of(pitch.midi())));
        return spelledAlready ? keyed : Speller.spell(keyed);
    }

    private static Score withFoundKey(Score score) {
        KeyFinder.Finding found = KeyFinder.find(score);
        if (found.confidence() < LEAST_CONFIDENCE) {
            return score;
        }
        return score.withKeys(List.of(found.key().signature(0)));
    }
}
