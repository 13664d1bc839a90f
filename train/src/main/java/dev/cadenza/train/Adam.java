package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.zeros_like;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/// Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019).
///
/// libtorch's own optimisers show their moments to Java only as a pickled archive, which would make exact resumption
/// depend on that format; these few operations keep them as plain tensors.
final class Adam implements AutoCloseable {

    private static final double EPSILON = 1e-8;

    private final Parameters parameters;
    private final Parameters first;
    private final Parameters second;
    private final double weightDecay;
    private final Learner.Momentum momentum;

    /// With the usual momentum.
    Adam(Parameters parameters, double weightDecay) {
        this(parameters, weightDecay, Learner.Momentum.USUAL);
    }

    /// @param weightDecay share of a matrix taken off a step, times the learning rate; biases and embedding tables
    ///                    keep theirs
    Adam(Parameters parameters, double weightDecay, Learner.Momentum momentum) {
        this.momentum = momentum;
        this.parameters = parameters;
        this.weightDecay = weightDecay;
        this.first = parameters.map(tensor -> zeros_like(tensor.detach()));
        this.second = parameters.map(tensor -> zeros_like(tensor.detach()));
    }

    /// Means of the gradients.
    Parameters first() {
        return first;
    }

    /// Means of the squared gradients.
    Parameters second() {
        return second;
    }

    /// Changes the parameters by their gradients.
    ///
    /// @param step counted from 1
    void step(long step, double learningRate) {
        double beta1 = momentum.first();
        double beta2 = momentum.second();
        double correction1 = 1 - Math.pow(beta1, step);
        double correction2 = Math.sqrt(1 - Math.pow(beta2, step));
        parameters.byName().forEach((name, parameter) -> {
            Tensor gradient = parameter.grad();
            if (!gradient.defined()) {
                return;
            }
            Tensor weights = parameter.detach();
            Tensor m = first.get(name).mul_(new Scalar(beta1)).add_(gradient, new Scalar(1 - beta1));
            Tensor v = second.get(name).mul_(new Scalar(beta2)).addcmul_(gradient, gradient, new Scalar(1 - beta2));
            if (weightDecay > 0 && decays(name)) {
                weights.mul_(new Scalar(1 - learningRate * weightDecay));
            }
            Tensor spread = v.sqrt().div_(new Scalar(correction2)).add_(new Scalar(EPSILON));
            weights.addcdiv_(m, spread, new Scalar(-learningRate / correction1));
        });
    }

    private static boolean decays(String name) {
        return !name.contains("bias") && !name.endsWith("features.weight") && !name.endsWith("input.weight")
                && !name.equals("embedding.weight");
    }

    /// Forgets the gradients.
    void clear() {
        parameters.all().forEach(parameter -> parameter.mutable_grad().reset());
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
