package org.sgdwalk.net;

import java.util.Locale;
import java.util.OptionalInt;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecException;

/**
 * A device's memory against what a run takes of it. A chunk is never made smaller unasked: with
 * batch norm the losses depend on it.
 */
final class DeviceMemory {
  /** Of the free memory, for features that stay and again for linearizations. */
  private static final int SHARE = 4;

  /** Of what was free, where a count said that it would do and it did not. */
  private static final double SAFE = 0.8;

  private final FreeMemory free;
  private final RunSpec spec;
  private final Program program;

  /** The memory of a device that computes a run. */
  DeviceMemory(FreeMemory free, RunSpec spec, Program program) {
    this.free = free;
    this.spec = spec;
    this.program = program;
  }

  /** Bytes that features of a part, or linearizations, may take to be kept. */
  static long share(long free) {
    return free / SHARE;
  }

  /**
   * Refuses a run that does not fit.
   *
   * @throws EngineException that names the chunk that would
   */
  void require() {
    long takes = bytes(spec.data().chunk());
    if (takes > free.bytes()) {
      throw new EngineException(
          line(
              String.format(Locale.ROOT, "the run takes about %,.1f GB", takes / 1e9),
              free.bytes()));
    }
  }

  /** What to say when libtorch did not get its memory in spite of the count. */
  EngineException ranOut(RuntimeException error) {
    String said = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    return new EngineException(line(said, (long) (SAFE * free.bytes())), error);
  }

  /** Whether libtorch says that a device has no more memory. */
  static boolean isOut(RuntimeException error) {
    return String.valueOf(error.getMessage()).contains("out of memory");
  }

  private String line(String what, long room) {
    OptionalInt chunk = chunkThatFits(room);
    return String.format(
        Locale.ROOT,
        "not enough memory on %s: %s, %,.1f GB were free; %s",
        free.device(),
        what,
        free.bytes() / 1e9,
        chunk.isPresent()
            ? "data.chunk: " + chunk.getAsInt() + " would fit"
            : "no data.chunk would fit: take a smaller optimizer.batch, or a narrower network");
  }

  /** The largest chunk below the spec's that fits and that it may have; empty where none is. */
  OptionalInt chunkThatFits(long room) {
    int fits = 0;
    int tooLarge = Math.min(spec.data().chunk(), spec.data().train());
    while (tooLarge - fits > 1) {
      int middle = (fits + tooLarge) >>> 1;
      if (bytes(middle) <= room) {
        fits = middle;
      } else {
        tooLarge = middle;
      }
    }
    while (fits > 0 && !isAllowed(fits)) {
      fits--;
    }
    return fits == 0 ? OptionalInt.empty() : OptionalInt.of(fits);
  }

  /** With batch norm none that leaves a single example. */
  private boolean isAllowed(int chunk) {
    try {
      spec.withData(spec.data().withChunk(chunk));
      return true;
    } catch (SpecException e) {
      return false;
    }
  }

  private long bytes(int chunk) {
    return RunMemory.deviceBytes(spec, chunk, program, Room.ofDevice(free.bytes()));
  }
}
