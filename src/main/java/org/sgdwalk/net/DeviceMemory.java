package org.sgdwalk.net;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecException;

/**
 * A device's memory against what a run takes of it. A chunk is never made smaller unasked: with
 * batch norm the losses depend on it. What a run keeps instead of making it anew takes what is
 * left.
 */
public final class DeviceMemory {
  /**
   * Of the free memory, what a run may count on: the rest is for the libraries' own, and for
   * vectors that wait to be collected.
   */
  private static final double USABLE = 0.8;

  /** Of the usable memory, for features at most, and again for linearizations. */
  private static final int SHARE = 4;

  private final FreeMemory free;
  private final RunSpec spec;
  private final Program program;

  DeviceMemory(FreeMemory free, RunSpec spec, Program program) {
    this.free = free;
    this.spec = spec;
    this.program = program;
  }

  /**
   * The memory of the device on which an engine computes a run; empty where that is the CPU.
   *
   * @param spec of a network, no quadratic
   * @param image one image of its data set
   * @param classes number of classes
   */
  public static Optional<DeviceMemory> of(
      Engine engine, RunSpec spec, ImageShape image, int classes) {
    return engine
        .deviceMemory()
        .map(
            free ->
                new DeviceMemory(free, spec, NetworkSize.program(spec.network(), image, classes)));
  }

  /** Why a run does not fit, in a line that names the chunk that would; empty where it does. */
  public Optional<String> lack() {
    long takes = bytes(spec.data().chunk());
    return takes <= usable()
        ? Optional.empty()
        : Optional.of(
            line(String.format(Locale.ROOT, "the run takes at least %,.1f GB", takes / 1e9)));
  }

  /** What to say when the device's memory ran out in spite of the count. */
  public EngineException ranOut(RuntimeException error) {
    String said = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    return new EngineException(line(said), error);
  }

  /** Whether an error says that a device has no more memory. */
  public static boolean isOut(RuntimeException error) {
    String said = String.valueOf(error.getMessage());
    return said.contains("out of memory") || said.contains("ALLOC_FAILED");
  }

  /**
   * What the run may keep beside what it needs; no first layers, whose thetas would have to be
   * compared there.
   */
  Room room() {
    if (!free.isKnown()) {
      return Room.STANDARD.withoutFirstLayers();
    }
    long left = Math.max(0, usable() - bytes(spec.data().chunk()));
    long share = Math.min(usable() / SHARE, left / 2);
    return new Room(share, share, 0);
  }

  private long usable() {
    return free.isKnown() ? (long) (USABLE * free.bytes()) : FreeMemory.UNKNOWN;
  }

  private String line(String what) {
    OptionalInt chunk = chunkThatFits();
    return String.format(
        Locale.ROOT,
        "not enough memory on %s: %s%s; %s",
        free.device(),
        what,
        free.isKnown()
            ? String.format(
                Locale.ROOT,
                ", of the %,.1f GB that were free %.0f %% can be counted on",
                free.bytes() / 1e9,
                100 * USABLE)
            : "",
        chunk.isPresent()
            ? "data.chunk: " + chunk.getAsInt() + " would fit by count"
            : "no data.chunk would fit: take a smaller optimizer.batch, or a narrower network");
  }

  /**
   * The largest chunk that may be and that fits, with a margin below the spec's, which did not;
   * empty where none does.
   */
  OptionalInt chunkThatFits() {
    long room = Math.min(usable(), (long) (USABLE * bytes(spec.data().chunk())));
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

  /** Of what it needs, without what it may keep. */
  private long bytes(int chunk) {
    return RunMemory.deviceBytes(spec, chunk, program);
  }
}
