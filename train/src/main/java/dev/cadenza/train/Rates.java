package dev.cadenza.train;

import dev.cadenza.model.Recipe;

/// Learning rate over a run: linear warm-up, then a cosine from the highest rate to the final one.
record Rates(Recipe recipe, long steps) {

    /// @param step counted from 1
    double at(long step) {
        if (step <= recipe.warmup()) {
            return recipe.learningRate() * step / recipe.warmup();
        }
        double done = Math.min(1, (step - recipe.warmup()) / (double) Math.max(1, steps - recipe.warmup()));
        double cosine = (1 + Math.cos(Math.PI * done)) / 2;
        return recipe.learningRate() * (recipe.finalRate() + (1 - recipe.finalRate()) * cosine);
    }
}
