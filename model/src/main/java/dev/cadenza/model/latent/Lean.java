package dev.cadenza.model.latent;

/// A direction in which all points of a piece are moved.
///
/// @param step (latent) what is added to each point; empty where nothing is
public record Lean(float[] step) {

    /// Nothing is moved.
    public static final Lean NONE = new Lean(new float[0]);

    /// Whether it moves anything.
    public boolean moves() {
        return step.length > 0;
    }

    public float[] of(float[] point) {
        return moves() ? Points.sum(point, 1, step, 1) : point;
    }
}
