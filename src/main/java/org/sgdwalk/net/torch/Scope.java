package org.sgdwalk.net.torch;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;

/** Work on tensors: what it makes is freed at its end, and no graph of derivatives is recorded. */
final class Scope {
  private Scope() {}

  /** Does the work. A tensor that is to live on retains a reference. */
  @SuppressWarnings("try") // both do something by being there
  static <R> R compute(Supplier<R> work) {
    try (PointerScope scope = new PointerScope();
        InferenceMode mode = new InferenceMode(true)) {
      return work.get();
    }
  }

  /** The same, for work without a result. */
  static void run(Runnable work) {
    compute(
        () -> {
          work.run();
          return null;
        });
  }
}
