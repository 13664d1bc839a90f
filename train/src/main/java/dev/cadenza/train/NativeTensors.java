package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.tensor;

import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.Place;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;

/// Between libtorch's tensors and those of checkpoints.
public final class NativeTensors {

    private NativeTensors() {
    }

    /// A copy of all parameters, under `prefix` and their names.
    public static Map<String, Tensor> copies(String prefix, Parameters parameters) {
        Map<String, Tensor> copies = new TreeMap<>();
        parameters.byName().forEach((name, parameter) -> {
            try (PointerScope scope = new PointerScope()) {
                float[] numbers = new float[Math.toIntExact(parameter.numel())];
                parameter.detach().contiguous().data_ptr_float().get(numbers);
                int[] shape = Arrays.stream(parameter.sizes().vec().get()).mapToInt(Math::toIntExact).toArray();
                copies.put(prefix + name, Tensor.of(numbers, shape));
            }
        });
        return copies;
    }

    /// Sets all parameters to what [#copies] gave.
    ///
    /// @throws ModelException where a tensor is missing or has another shape
    public static void restore(String source, String prefix, Map<String, Tensor> copies, Parameters parameters) {
        parameters.byName().forEach((name, parameter) -> {
            Tensor copy = copies.get(prefix + name);
            if (copy == null || copy.size() != parameter.numel()) {
                throw new ModelException(source, new Place.Member(prefix + name), "TENSOR_MISSING",
                        "the tensor is missing or has another shape than this recipe's.",
                        "Use the recipe that it was learnt with.");
            }
            try (PointerScope scope = new PointerScope()) {
                parameter.detach().copy_(tensor(copy.toFloats()).reshape(parameter.sizes()));
            }
        });
    }
}
