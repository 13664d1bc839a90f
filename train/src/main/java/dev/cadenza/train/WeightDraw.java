package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.randn;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.cadenza.model.ModelSpec;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/// First weights, drawn from libtorch's default generator: uniform within one over the root of the inputs, as libtorch draws
/// them; the LSTM's forget gate starts open (Jozefowicz et al. 2015).
public final class WeightDraw {

    private final Parameters parameters = new Parameters();

    /// What has been drawn, ready to be learnt.
    public Parameters done() {
        parameters.all().forEach(tensor -> tensor.requires_grad_(true));
        return parameters;
    }

    /// The layers of a recurrence, under libtorch's names: `PREFIX.weight_ih_l0` and so on.
    ///
    /// @param input size of what the first layer reads
    public void recurrence(String prefix, ModelSpec.Cell cell, int layers, int hidden, int input) {
        for (int layer = 0; layer < layers; layer++) {
            layer(prefix + ".", cell, layer, hidden, layer == 0 ? input : hidden);
        }
    }

    /// One layer: `PREFIXweight_ih_lNUMBER` and so on.
    public void layer(String prefix, ModelSpec.Cell cell, int number, int hidden, int input) {
        int rows = cell.gates() * hidden;
        double bound = 1 / Math.sqrt(hidden);
        uniform(prefix + "weight_ih_l" + number, bound, rows, input);
        uniform(prefix + "weight_hh_l" + number, bound, rows, hidden);
        Tensor bias = uniform(prefix + "bias_ih_l" + number, bound, rows);
        uniform(prefix + "bias_hh_l" + number, bound, rows);
        if (cell == ModelSpec.Cell.LSTM) {
            bias.narrow(0, hidden, hidden).fill_(new Scalar(1));
        }
    }

    /// A matrix `NAME.weight` (outputs, inputs) and `NAME.bias` (outputs).
    public void linear(String name, int outputs, int inputs) {
        double bound = 1 / Math.sqrt(inputs);
        uniform(name + ".weight", bound, outputs, inputs);
        uniform(name + ".bias", bound, outputs);
    }

    /// A table (rows, width) of normally distributed numbers.
    public Tensor table(String name, int rows, int width, double deviation) {
        return parameters.add(name, randn(rows, width).mul_(new Scalar(deviation)));
    }

    /// Numbers between `-bound` and `bound`.
    public Tensor uniform(String name, double bound, long... shape) {
        return parameters.add(name, zeros(shape).uniform_(-bound, bound, new GeneratorOptional()));
    }
}
