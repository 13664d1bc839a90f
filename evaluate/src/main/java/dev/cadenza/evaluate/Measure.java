package dev.cadenza.evaluate;

import java.util.function.ToDoubleFunction;

/// A metric whose number a function finds.
record Measure(String name, Aspect aspect, String unit, String source, String meaning, ToDoubleFunction<Hearing> value)
        implements Metric {

    @Override
    public double of(Hearing hearing) {
        return value.applyAsDouble(hearing);
    }
}
