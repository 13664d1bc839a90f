package dev.cadenza.model.deepbach;

import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.kernel.Matrix;
import java.util.Map;

/// What turns the outputs of the recurrences at a step into the logits of a voice. With `D` units, `S` symbols, `R` references:
///
/// @param hidden (D, 2 H): outputs of the past, then of the future
/// @param features (rows for a head, D) as a table
/// @param output (S + R x intervals, D)
/// @param outputBias (S + R x intervals)
record VoiceHead(Matrix hidden, float[] hiddenBias, Matrix features, Matrix output, float[] outputBias) {

    static VoiceHead of(String prefix, Map<String, Tensor> weights) {
        float[] symbols = weights.get(prefix + "symbol.bias").toFloats();
        float[] intervals = weights.get(prefix + "interval.bias").toFloats();
        float[] bias = new float[symbols.length + intervals.length];
        System.arraycopy(symbols, 0, bias, 0, symbols.length);
        System.arraycopy(intervals, 0, bias, symbols.length, intervals.length);
        return new VoiceHead(Matrix.of(weights.get(prefix + "hidden.weight")), weights.get(prefix + "hidden.bias").toFloats(),
                Matrix.table(weights.get(prefix + "features.weight")),
                Matrix.stacked(weights.get(prefix + "symbol.weight"), weights.get(prefix + "interval.weight")), bias);
    }

    /// The logits of a cell.
    ///
    /// @param around (2 H)
    /// @param rows of the feature table
    /// @param classes references x symbols, see [GridReading.Grid#intervals]
    float[] logits(float[] around, int[] rows, int[] classes, int symbols) {
        float[] units = hiddenBias.clone();
        hidden.addProduct(around, units);
        for (int row : rows) {
            features.addColumn(row, units);
        }
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.max(0, units[i]);
        }
        float[] outputs = outputBias.clone();
        output.addProduct(units, outputs);
        float[] logits = new float[symbols];
        for (int symbol = 0; symbol < symbols; symbol++) {
            float logit = outputs[symbol];
            for (int at = symbol, first = symbols; at < classes.length; at += symbols, first += GridReading.INTERVALS) {
                if (classes[at] != GridReading.NO_INTERVAL) {
                    logit += outputs[first + classes[at]];
                }
            }
            logits[symbol] = logit;
        }
        return logits;
    }
}
