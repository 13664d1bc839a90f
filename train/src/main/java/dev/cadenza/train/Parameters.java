package dev.cadenza.train;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/// Named tensors in a fixed order. The tensors live as long as this does: nothing frees them before the process ends
/// or [#close] is called.
public final class Parameters implements AutoCloseable {

    private final SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();

    /// Adds a tensor, and keeps it alive beyond the pointer scope that it was made in.
    public Tensor add(String name, Tensor tensor) {
        tensor.retainReference();
        tensors.put(name, tensor);
        return tensor;
    }

    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalStateException("no tensor is named " + name);
        }
        return tensor;
    }

    public SequencedMap<String, Tensor> byName() {
        return tensors;
    }

    public Collection<Tensor> all() {
        return tensors.values();
    }

    public TensorVector vector() {
        TensorVector vector = new TensorVector();
        tensors.values().forEach(vector::push_back);
        return vector;
    }

    /// Number of learnt numbers.
    public long count() {
        return tensors.values().stream().mapToLong(Tensor::numel).sum();
    }

    /// Tensors of the same names, each made from one of these.
    public Parameters map(UnaryOperator<Tensor> change) {
        Parameters mapped = new Parameters();
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            mapped.add(entry.getKey(), change.apply(entry.getValue()));
        }
        return mapped;
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::releaseReference);
        tensors.clear();
    }
}
