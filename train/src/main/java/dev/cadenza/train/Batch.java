package dev.cadenza.train;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/// Windows of equal length, as a network reads them. Positions beyond the end of a piece have the target [#NOTHING].
sealed interface Batch {

    /// Target where nothing is to be predicted.
    long NOTHING = -100;

    /// Number of windows.
    int windows();

    /// Positions a window.
    int positions();

    /// Tokens to be predicted.
    long scored();

    /// The targets of each place, (windows x positions).
    List<Tensor> targets();

    /// @param input (windows, positions): the token before each position
    /// @param target (windows x positions)
    record Tokens(int windows, int positions, long scored, Tensor input, Tensor target) implements Batch {
        @Override
        public List<Tensor> targets() {
            return List.of(target);
        }
    }

    /// @param input (windows x positions x slots): rows of the input table
    /// @param moveMask (classes of moves): 0 for the class that means no move, else 1
    record Steps(int windows, int positions, long scored, Tensor input, Tensor moveMask, List<Place> places)
            implements Batch {
        @Override
        public List<Tensor> targets() {
            return places.stream().map(Place::target).toList();
        }
    }

    /// @param input (windows x positions x slots): rows of the input table
    /// @param features (windows x positions x slots): rows of the head table
    /// @param moveMask (classes of moves): 0 for the class that means no move, else 1
    /// @param moves for each reference, (windows x positions, tokens that name a pitch): class of the move
    /// @param pitchTokens those tokens
    /// @param target (windows x positions)
    record Events(int windows, int positions, long scored, Tensor input, Tensor features, Tensor moveMask, List<Tensor> moves,
                  Tensor pitchTokens, Tensor target) implements Batch {
        @Override
        public List<Tensor> targets() {
            return List.of(target);
        }
    }

    /// One place of all steps.
    ///
    /// @param features (windows x positions x slots): rows of the place's head table
    /// @param moves (windows x positions, vocabulary): class of the move that each token would be
    /// @param chords (windows x positions, earlier places x vocabulary): logit of the interval that each token would make
    ///               with an earlier place; the last column, which is always zero, stands for none. Empty for place 0
    /// @param target (windows x positions)
    record Place(int number, Tensor features, Tensor moves, List<Tensor> chords, Tensor target) {
    }
}
