package dev.cadenza.model;

/// How a model is to be learnt: everything but the data and the seed.
///
/// A recipe file, and a recipe in the provenance of a model, may leave out any member but `spec`. It then has the value
/// given below in brackets, which stands for plain learning: none of what a member adds. A component that is added later
/// takes for its missing member the value with which training goes on as it did before there was one, so that older
/// recipes and models keep their meaning.
///
/// @param name what it is called (nothing)
/// @param comment why it is as it is (nothing)
/// @param representation `satb-grid`, `melody` or another name known to `Representations`; `auto` to go by the data
///                       (`auto`)
/// @param stepsPerQuarter resolution of the representation (4)
/// @param spec the model
/// @param epochs passes over the training part, at most (100)
/// @param batch windows an optimiser step (32)
/// @param window positions of the recurrence a window, tokens or steps by the layout (128)
/// @param stride positions from one window to the next; with `window` equal, windows do not overlap (`window`)
/// @param transpose training pieces are moved by a random interval of -n..n semitones each epoch, within the
///                  vocabulary; 0 for never (0)
/// @param validation share of the pieces kept for validation where the data brings no split of its own (0.2)
/// @param optimiser `adam` or `adamw` (`adam`)
/// @param learningRate the highest rate (0.001)
/// @param finalRate share of `learningRate` reached at the end of a cosine; 1 keeps the rate constant (1)
/// @param warmup optimiser steps of linear warm-up (0)
/// @param weightDecay of `adamw` (0)
/// @param clip largest norm of the gradient; 0 for no limit (0)
/// @param inputDropout share of the summed input embedding silenced, step layout (0)
/// @param weightDropout share of the recurrent weights (hidden to hidden) silenced for a whole batch, as in Merity et
///                      al. 2018; it keeps small data from being learnt by heart (0)
/// @param featureDropout share of features withheld, step layout (0)
/// @param hintDropout how often a hint is withheld from a whole window, see `ContextRow` (0)
/// @param averaging decay of the moving average of weights that is validated and kept, an optimiser step; 0 for none (0)
/// @param patience epochs without a better validation before it stops; 0 for never (0)
/// @param precision `fp32`, or `auto`: bf16 where the processor has it (`fp32`)
/// @param budgetMinutes processor minutes after which training ends; 0 for no limit (0)
/// @param objective what is made as small as can be (the surprise of the data)
public record Recipe(
        String name,
        String comment,
        String representation,
        int stepsPerQuarter,
        ModelSpec spec,
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
        double budgetMinutes,
        Objective objective) {

    /// Share of the learning rate with which a model is learnt further.
    private static final double FINE_TUNING = 0.25;
    private static final int SOON = 20;

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
        return with(name, representation, other, learningRate, warmup, budgetMinutes);
    }

    /// The same with another representation.
    public Recipe withRepresentation(String other) {
        return with(name, other, epochs, learningRate, warmup, budgetMinutes);
    }

    /// The same with other processor minutes; 0 for no limit.
    public Recipe withBudget(double minutes) {
        return with(name, representation, epochs, learningRate, warmup, minutes);
    }

    /// For going on with a model that was learnt with this recipe: the same at a quarter of the rate, reached sooner.
    public Recipe fineTuning() {
        String tuning = name + " (fine-tuning)";
        return with(name.equals(tuning) ? name : tuning, representation, epochs, learningRate * FINE_TUNING, Math.min(warmup, SOON),
                budgetMinutes);
    }

    private Recipe with(String otherName, String otherRepresentation, int otherEpochs, double otherRate, int otherWarmup,
            double otherBudget) {
        return new Recipe(otherName, comment, otherRepresentation, stepsPerQuarter, spec, otherEpochs, batch, window, stride,
                transpose, validation, optimiser, otherRate, finalRate, otherWarmup, weightDecay, clip, inputDropout,
                weightDropout, featureDropout, hintDropout, averaging, patience, precision, otherBudget, objective);
    }
}
