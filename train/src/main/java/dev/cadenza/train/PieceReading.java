package dev.cadenza.train;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.StepFeatures;

/// The features of every step of a piece.
///
/// @param input (steps x slots) rows of the input table
/// @param heads for each place, (steps x slots) rows of its head table
/// @param lastPitch (steps x places) last pitch of each place before the step, -1 for none
/// @param sounding (steps x places) pitch of each place in the step, -1 for none
record PieceReading(int[] input, int[][] heads, byte[] lastPitch, byte[] sounding) {

    static PieceReading of(StepFeatures features, TokenSequence piece) {
        int places = features.places();
        int steps = piece.steps();
        int inputSlots = features.input().slots();
        int[] tokens = piece.tokens();
        int[] input = new int[steps * inputSlots];
        int[][] heads = new int[places][];
        for (int place = 0; place < places; place++) {
            heads[place] = new int[steps * features.head(place).slots()];
        }
        byte[] lastPitch = new byte[steps * places];
        byte[] sounding = new byte[steps * places];
        StepFeatures.Cursor cursor = features.new Cursor();
        int[] context = new int[piece.contextRows()];
        int[] chosen = new int[places];
        for (int step = 0; step < steps; step++) {
            for (int row = 0; row < context.length; row++) {
                context[row] = piece.context(row, step);
            }
            System.arraycopy(tokens, step * places, chosen, 0, places);
            cursor.input(context, input, step * inputSlots);
            for (int place = 0; place < places; place++) {
                lastPitch[step * places + place] = (byte) cursor.lastPitch(place);
                sounding[step * places + place] = (byte) cursor.sounding(place, chosen[place]);
                cursor.head(place, context, chosen, heads[place], step * features.head(place).slots());
            }
            cursor.append(tokens, step * places);
        }
        return new PieceReading(input, heads, lastPitch, sounding);
    }

    /// Memory taken, in bytes.
    long bytes() {
        long bytes = 2L * lastPitch.length + 4L * input.length;
        for (int[] head : heads) {
            bytes += 4L * head.length;
        }
        return bytes;
    }
}
