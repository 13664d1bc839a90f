package dev.cadenza.model.generate;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/// What is asked of a model that draws cells of four voices: what differs between new music, voices for a melody, and a region made anew.
interface GibbsTask {

    /// What is settled before cells are drawn; may be drawn itself.
    Frame frame(RandomGenerator random);

    /// The score that a grid becomes.
    ///
    /// @return with what is wrong with it
    GridTask.Result result(Frame frame, VoiceGrid grid);

    /// The key in force at each step, where there is one.
    default IntFunction<KeySignature> keys(Frame frame) {
        return _ -> frame.key().orElseThrow();
    }

    /// What is settled.
    ///
    /// @param start free cells are unknown, others are given
    /// @param free numbers of the cells that may change
    /// @param silent numbers of free cells that need not sound
    /// @param counted step that chords are counted from, and before which they say nothing
    /// @param key at the end
    /// @param ranges of the voices
    /// @param last step at which the last chord begins
    /// @param closed the same, where it is to be the tonic and is free to be
    record Frame(VoiceGrid start, BitSet free, BitSet silent, int counted, Meter meter, Optional<KeySignature> key, List<PitchRange> ranges,
                 int last, Optional<Integer> closed, Set<String> notices) {
    }
}
