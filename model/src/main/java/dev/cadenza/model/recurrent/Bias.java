package dev.cadenza.model.recurrent;

import java.util.List;

/// Biases of outputs that are computed together.
final class Bias {

    private Bias() {
    }

    static float[] joined(List<float[]> parts) {
        float[] whole = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
