package dev.cadenza.train;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/// An exponential moving average of the weights (Polyak averaging); with decay 0 it is the weights themselves.
final class WeightAverage implements AutoCloseable {

    private final Parameters weights;
    private final Parameters mean;
    private final double decay;

    WeightAverage(Parameters weights, double decay) {
        this.weights = weights;
        this.decay = decay;
        this.mean = decay == 0 ? weights : weights.map(tensor -> tensor.detach().clone());
    }

    /// Takes in the weights after a step. Early on the average follows faster, so that the first weights are forgotten.
    void update(long step) {
        if (decay > 0) {
            double keep = Math.min(decay, (1.0 + step) / (10.0 + step));
            mean.byName().forEach((name, tensor) -> {
                Tensor now = weights.get(name).detach();
                tensor.lerp_(now, new Scalar(1 - keep));
            });
        }
    }

    /// The averaged weights.
    Parameters mean() {
        return mean;
    }

    boolean isSeparate() {
        return mean != weights;
    }

    @Override
    public void close() {
        if (isSeparate()) {
            mean.close();
        }
    }
}
