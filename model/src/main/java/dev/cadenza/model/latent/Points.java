package dev.cadenza.model.latent;

import dev.cadenza.model.generate.Noise;
import java.util.random.RandomGenerator;

/// Arithmetic with points of a latent space. Sums run in the order of the numbers, so that they are the same everywhere.
public final class Points {

    /// Below that sine of the angle between two points, the arc between them is a straight line.
    private static final double STRAIGHT = 1e-4;

    private Points() {
    }

    /// A point on the way from one to another along an arc around the origin (Shoemake 1985; White 2016), so that points on the way
    /// are as far from the origin as their ends: where most of a normal distribution of many dimensions lies.
    ///
    /// @param share 0 at the first, 1 at the other
    public static float[] between(float[] from, float[] to, double share) {
        double cosine = dot(from, to) / Math.max(Float.MIN_NORMAL, length(from) * length(to));
        double angle = StrictMath.acos(Math.clamp(cosine, -1, 1));
        double sine = StrictMath.sin(angle);
        if (sine < STRAIGHT) {
            return sum(from, 1 - share, to, share);
        }
        return sum(from, StrictMath.sin((1 - share) * angle) / sine, to, StrictMath.sin(share * angle) / sine);
    }

    /// `a * x + b * y`.
    public static float[] sum(float[] x, double a, float[] y, double b) {
        float[] sum = new float[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (a * x[i] + b * y[i]);
        }
        return sum;
    }

    static double dot(float[] x, float[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (double) x[i] * y[i];
        }
        return sum;
    }

    static double length(float[] point) {
        return Math.sqrt(dot(point, point));
    }

    /// A change of points in which each goes its own way, and points that are alike go alike ways: the way of a point is a random
    /// matrix times its direction. So it is a draw of the standard normal distribution for each point, and two points' draws are
    /// correlated as much as the points themselves.
    ///
    /// @param ways (latent, latent) rows
    public record Drift(float[][] ways) {

        public static Drift drawn(int latent, RandomGenerator random) {
            float[][] ways = new float[latent][];
            for (int row = 0; row < latent; row++) {
                ways[row] = Noise.draw(latent, random);
            }
            return new Drift(ways);
        }

        /// @param amount 0 leaves a point where it is, 1 sends it to its draw
        public float[] moved(float[] point, double amount) {
            double length = Math.max(Float.MIN_NORMAL, length(point));
            float[] drawn = new float[point.length];
            for (int row = 0; row < drawn.length; row++) {
                drawn[row] = (float) (dot(ways[row], point) / length);
            }
            double angle = amount * StrictMath.PI / 2;
            return sum(point, StrictMath.cos(angle), drawn, StrictMath.sin(angle));
        }
    }
}
