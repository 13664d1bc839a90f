package dev.cadenza.train;

/// A generator that learns against a critic, its [Rival]. What it makes small says nothing in nats; both learn in single precision.
public interface GeneratorLearner extends Learner {

    @Override
    default boolean inNats() {
        return false;
    }

    @Override
    default Precision precision() {
        return Precision.FP32;
    }
}
