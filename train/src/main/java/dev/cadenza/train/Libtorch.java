package dev.cadenza.train;

import dev.cadenza.score.CadenzaException.EnvironmentException;
import org.bytedeco.pytorch.global.torch;

/// The native library: loaded when first needed.
final class Libtorch {

    private Libtorch() {
    }

    /// Loads libtorch and sets its threads.
    ///
    /// @throws EnvironmentException where it cannot be loaded on this machine
    static void start(int threads) {
        try {
            torch.set_num_threads(threads);
        } catch (LinkageError e) {
            throw new EnvironmentException("libtorch", "NO_LIBTORCH",
                    "the native library cannot be loaded on this machine (" + e.getMessage() + ").",
                    "Learning needs a 64-bit Linux on x86, or a build with another -Dnative.platform; composing does not.",
                    e);
        }
    }
}
