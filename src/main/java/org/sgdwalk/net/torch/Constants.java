package org.sgdwalk.net.torch;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptional;

/** Native objects that live as long as the process, whichever scope is open where they are made. */
final class Constants {
  /** An optional argument that is left out. */
  static final TensorOptional NONE = forever(new TensorOptional());

  /** The last dimension. */
  static final LongOptional LAST = forever(new LongOptional(-1));

  /** A sum's precision: that of its summands. */
  static final ScalarTypeOptional SAME_TYPE = forever(new ScalarTypeOptional());

  private Constants() {}

  /** A pointer that no scope frees. */
  static <P extends Pointer> P forever(P pointer) {
    pointer.retainReference();
    return pointer;
  }
}
