package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.clear_cache;
import static org.bytedeco.pytorch.global.torch.set_autocast_dtype;
import static org.bytedeco.pytorch.global.torch.set_autocast_enabled;

import dev.cadenza.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// What matrix products are computed in; weights, sums and losses are always fp32.
public enum Precision {
    FP32,
    BF16;

    /// What a recipe's word means on this processor: bf16 pays only where the processor has it, and libtorch has it for
    /// the LSTM alone.
    public static Precision of(String word, ModelSpec.Cell cell) {
        return word.equals("auto") && cell == ModelSpec.Cell.LSTM && processorHasBf16() ? BF16 : FP32;
    }

    private static boolean processorHasBf16() {
        try {
            String facts = Files.readString(Path.of("/proc/cpuinfo"));
            return facts.contains("avx512_bf16") || facts.contains("amx_bf16");
        } catch (IOException e) {
            return false;   // no Linux: nothing is known, so nothing is assumed
        }
    }

    /// The input of the recurrence in this precision.
    public Tensor cast(Tensor x) {
        return this == BF16 ? x.to(ScalarType.BFloat16) : x;
    }

    /// Computes with autocast where this is [#BF16]. The cache of cast weights is cleared afterwards, since the
    /// optimiser changes the weights.
    public <T> T compute(Supplier<T> work) {
        if (this == FP32) {
            return work.get();
        }
        set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
        set_autocast_enabled(DeviceType.CPU, true);
        try {
            return work.get();
        } finally {
            set_autocast_enabled(DeviceType.CPU, false);
            clear_cache();
        }
    }
}
