package dev.cadenza.evaluate.metric;

/// The six-dimensional tonal space of Harte, Sandler and Gasser, "Detecting harmonic change in musical audio" (2006): pitch
/// classes on circles of fifths (radius 1), of minor thirds (1) and of major thirds (1/2). Sounds that share tones, or whose
/// tones are fifths and thirds apart, lie close together.
final class TonalCentroid {

    private static final double[] TURNS = {7 / 6.0, 3 / 2.0, 2 / 3.0};
    private static final double[] RADII = {1, 1, 0.5};
    private static final double[][] PLACES = new double[12][6];

    static {
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            for (int circle = 0; circle < 3; circle++) {
                double angle = pitchClass * TURNS[circle] * StrictMath.PI;
                PLACES[pitchClass][2 * circle] = RADII[circle] * StrictMath.sin(angle);
                PLACES[pitchClass][2 * circle + 1] = RADII[circle] * StrictMath.cos(angle);
            }
        }
    }

    private TonalCentroid() {
    }

    /// The distance of two sounds in it, 0..about 4.
    ///
    /// @param a weights of the pitch classes, each 0 or more; they count relative to their sum
    /// @return NaN where one of them is silence
    static double distance(double[] a, double[] b) {
        double[] from = of(a);
        double[] to = of(b);
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (from[i] - to[i]) * (from[i] - to[i]);
        }
        return Math.sqrt(sum);
    }

    private static double[] of(double[] weights) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        double[] centroid = new double[6];
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            for (int i = 0; i < 6; i++) {
                centroid[i] += weights[pitchClass] / all * PLACES[pitchClass][i];
            }
        }
        return centroid;
    }
}
