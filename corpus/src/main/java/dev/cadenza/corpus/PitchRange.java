package dev.cadenza.corpus;

import java.util.ArrayList;
import java.util.List;

/// The pitches one place of a step has used.
///
/// @param lowest lowest MIDI pitch; above `highest` where there was none
/// @param highest highest MIDI pitch
public record PitchRange(int lowest, int highest) {

    /// No pitch at all.
    public static final PitchRange NONE = new PitchRange(128, -1);

    /// Whether no pitch lies in it.
    public boolean isEmpty() {
        return lowest > highest;
    }

    /// Whether a pitch lies in it.
    public boolean contains(int pitch) {
        return pitch >= lowest && pitch <= highest;
    }

    /// The range of each voice of a tokenizer over many sequences: soprano, alto, tenor, bass for four of them.
    public static List<PitchRange> perPlace(Iterable<TokenSequence> sequences, Tokenizer tokenizer) {
        List<PitchRange> ranges = new ArrayList<>();
        for (int place = 0; place < tokenizer.voices(); place++) {
            int lowest = NONE.lowest;
            int highest = NONE.highest;
            for (TokenSequence sequence : sequences) {
                for (int step = 0; step < sequence.steps(); step++) {
                    int pitch = tokenizer.pitch(sequence.token(step, place), place);
                    if (pitch >= 0) {
                        lowest = Math.min(lowest, pitch);
                        highest = Math.max(highest, pitch);
                    }
                }
            }
            ranges.add(new PitchRange(lowest, highest));
        }
        return ranges;
    }
}
