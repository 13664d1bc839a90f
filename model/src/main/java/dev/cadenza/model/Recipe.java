package dev.cadenza.model;

/// How a model is to be learnt: everything but the data and the seed.
///
/// @param name what it is called
/// @param comment why it is as it is
/// @param representation `satb-grid` or `melody`, see `Representations`
/// @param stepsPerQuarter resolution of the representation
/// @param spec the model
/// @param epochs passes over the training part, at most
/// @param batch windows an optimiser step
/// @param window positions of the recurrence a window (tokens or steps, by the layout)
/// @param stride positions from one window to the next; with `window` equal, windows do not overlap
/// @param transpose training pieces are moved by a random interval of -n..n semitones each epoch, within the
///                  vocabulary; 0 for never
/// @param validation share of the pieces kept for validation where the data brings no split of its own
/// @param optimiser `adam` or `adamw`
/// @param learningRate the highest rate
/// @param finalRate share of `learningRate` reached at the end of a cosine; 1 keeps the rate constant
/// @param warmup optimiser steps of linear warm-up
/// @param weightDecay of `adamw`
/// @param clip largest norm of the gradient; 0 for no limit
/// @param inputDropout share of the summed input embedding silenced (step layout)
/// @param weightDropout share of the recurrent weights (hidden to hidden) silenced for a whole batch, as in Merity et
///                      al. 2018; it keeps small data from being learnt by heart
/// @param featureDropout share of features withheld (step layout)
/// @param hintDropout how often a hint is withheld from a whole window, see `ContextRow`
/// @param averaging decay of the moving average of weights that is validated and kept, an optimiser step; 0 for none
/// @param patience epochs without a better validation before it stops; 0 for never
/// @param precision `fp32`, or `auto`: bf16 where the processor has it
/// @param budgetMinutes processor minutes after which training ends; 0 for no limit
public record Recipe(
        String name,
        String comment,
        String representation,
        int stepsPerQuarter,
        ModelSpec.Recurrent spec,
        int epochs,
        int batch,
        int window,
        int stride,
        int transpose,
        double validation,
        String optimiser,
        double learningRate,
        double finalRate,
        int warmup,
        double weightDecay,
        double clip,
        double inputDropout,
        double weightDropout,
        double featureDropout,
        double hintDropout,
        double averaging,
        int patience,
        String precision,
        double budgetMinutes) {

    public Recipe {
        Limits.within("epochs", epochs, 1, 1_000_000);
        Limits.within("batch", batch, 1, 65_536);
        Limits.within("window", window, 1, 65_536);
        Limits.within("stride", stride, 1, window);
        Limits.within("transpose", transpose, 0, 24);
        share("validation", validation);
        share("inputDropout", inputDropout);
        share("weightDropout", weightDropout);
        share("featureDropout", featureDropout);
        share("averaging", averaging);
        if (!(hintDropout >= 0 && hintDropout <= 1)) {
            throw Limits.refused("hintDropout", "must be between 0 and 1, not " + hintDropout);
        }
        if (!(learningRate > 0)) {
            throw Limits.refused("learningRate", "must be positive, not " + learningRate);
        }
        if (!(finalRate >= 0 && finalRate <= 1)) {
            throw Limits.refused("finalRate", "must be between 0 and 1, not " + finalRate);
        }
        Limits.within("stepsPerQuarter", stepsPerQuarter, 1, 960);
        Limits.within("warmup", warmup, 0, Integer.MAX_VALUE);
        Limits.within("patience", patience, 0, Integer.MAX_VALUE);
        notNegative("weightDecay", weightDecay);
        notNegative("clip", clip);
        notNegative("budgetMinutes", budgetMinutes);
        oneOf("optimiser", optimiser, "adam", "adamw");
        oneOf("precision", precision, "fp32", "auto");
    }

    private static void notNegative(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw Limits.refused(what, "must be a number of 0 or more, not " + value);
        }
    }

    private static void oneOf(String what, String value, String first, String second) {
        if (!value.equals(first) && !value.equals(second)) {
            throw Limits.refused(what, "must be \"" + first + "\" or \"" + second + "\", not \"" + value + "\"");
        }
    }

    private static void share(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw Limits.refused(what, "must be at least 0 and less than 1, not " + value);
        }
    }

    /// The same with another number of epochs.
    public Recipe withEpochs(int other) {
        return new Recipe(name, comment, representation, stepsPerQuarter, spec, other, batch, window, stride, transpose,
                validation, optimiser, learningRate, finalRate, warmup, weightDecay, clip, inputDropout, weightDropout, featureDropout,
                hintDropout, averaging, patience, precision, budgetMinutes);
    }
}
