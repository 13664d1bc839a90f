package dev.cadenza.render.sound;

/// The discrete Fourier transform after Cooley and Tukey (1965), radix 2, in place.
final class Fft {

    private final int size;
    private final double[] cosine;
    private final double[] sine;

    /// @param size points, a power of two
    Fft(int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(size + " is no power of two");
        }
        this.size = size;
        cosine = new double[size / 2];
        sine = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosine[i] = StrictMath.cos(2 * Math.PI * i / size);
            sine[i] = -StrictMath.sin(2 * Math.PI * i / size);
        }
    }

    /// Transforms `re + i im`, both of `size` numbers.
    void transform(double[] re, double[] im) {
        reorder(re, im);
        for (int half = 1; half < size; half *= 2) {
            int stride = size / (2 * half);
            for (int from = 0; from < size; from += 2 * half) {
                for (int i = 0; i < half; i++) {
                    int a = from + i;
                    int b = a + half;
                    double c = cosine[i * stride];
                    double s = sine[i * stride];
                    double r = re[b] * c - im[b] * s;
                    double m = re[b] * s + im[b] * c;
                    re[b] = re[a] - r;
                    im[b] = im[a] - m;
                    re[a] += r;
                    im[a] += m;
                }
            }
        }
    }

    /// The numbers whose index, written backwards in bits, is larger, change places.
    private void reorder(double[] re, double[] im) {
        int shift = Integer.SIZE - Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
    }

    private static void swap(double[] numbers, int i, int j) {
        double kept = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = kept;
    }
}
