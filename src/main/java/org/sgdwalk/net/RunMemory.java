package org.sgdwalk.net;

import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.CovarianceSpec;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;

/**
 * Memory that a run of a network takes: outside the heap what the engine will ask for, on the heap
 * vectors like theta. What oneDNN takes for itself, and vectors that wait to be collected, come on
 * top.
 */
public final class RunMemory {
  /** Theta before and after, the start, two gradients, noise or variance, and copies on the way. */
  private static final int VECTORS = 10;

  /** A replica's theta and gradient. */
  private static final int VECTORS_OF_REPLICA = 2;

  /** A gradient. */
  private static final int HEAP_VECTORS_OF_REPLICA = 1;

  private final RunSpec spec;
  private final Program program;
  private final Footprint size;
  private final int chunk;
  private final Room room;
  private final int bytesAValue;

  private RunMemory(RunSpec spec, Program program) {
    this(spec, program, spec.data().chunk(), Room.STANDARD);
  }

  private RunMemory(RunSpec spec, Program program, int chunk, Room room) {
    this.spec = spec;
    this.chunk = chunk;
    this.program = program;
    this.size = Footprint.of(program);
    this.room = room;
    this.bytesAValue = spec.precision().bytes();
  }

  /**
   * Bytes of a run outside the heap.
   *
   * @param spec of a network, no quadratic
   * @param image one image of its data set
   * @param classes number of classes
   * @param threads worker threads
   */
  public static long bytes(RunSpec spec, ImageShape image, int classes, int threads) {
    return bytes(spec, NetworkSize.program(spec.network(), image, classes), threads);
  }

  static long bytes(RunSpec spec, Program program, int threads) {
    RunMemory memory = new RunMemory(spec, program);
    return memory.shared() + threads * memory.ofWorker() + memory.ofBatch();
  }

  /**
   * Bytes of its vectors on the heap.
   *
   * @param spec of a network, no quadratic
   * @param image one image of its data set
   * @param classes number of classes
   * @param threads worker threads
   */
  public static long heapBytes(RunSpec spec, ImageShape image, int classes, int threads) {
    return heapBytes(spec, NetworkSize.program(spec.network(), image, classes), threads);
  }

  static long heapBytes(RunSpec spec, Program program, int threads) {
    RunMemory memory = new RunMemory(spec, program);
    return memory.vectors(threads) * memory.size.theta() * memory.bytesAValue;
  }

  /**
   * Bytes of a run on a device at least: with its vectors, and nothing kept that can be made anew.
   *
   * @param spec of a network, no quadratic
   * @param image one image of its data set
   * @param classes number of classes
   */
  public static long deviceBytes(RunSpec spec, ImageShape image, int classes) {
    return deviceBytes(
        spec, spec.data().chunk(), NetworkSize.program(spec.network(), image, classes));
  }

  /** The same with chunks of another size. */
  static long deviceBytes(RunSpec spec, int chunk, Program program) {
    RunMemory memory = new RunMemory(spec, program, chunk, Room.NONE);
    return memory.shared()
        + memory.ofWorker()
        + memory.ofBatch()
        + memory.vectors(1) * memory.size.theta() * memory.bytesAValue;
  }

  /**
   * How much of the training part's passes are kept for the Hessian products at one theta.
   *
   * @param spec of a network, no quadratic
   * @param image one image of its data set
   * @param classes number of classes
   * @return 0 to 1, in whole chunks
   */
  public static double keptForProducts(RunSpec spec, ImageShape image, int classes) {
    RunMemory memory = new RunMemory(spec, NetworkSize.program(spec.network(), image, classes));
    int chunk = Math.min(spec.data().chunk(), spec.data().train());
    long chunks = Linearizations.ROOM / (chunk * memory.size.linearization() * memory.bytesAValue);
    return Math.min(1, (double) chunks * chunk / spec.data().train());
  }

  private long vectors(int threads) {
    SharpnessSpec sharpness = spec.probes().sharpness();
    return VECTORS
        + (sharpness == null ? 0 : ofLanczos(sharpness))
        + ofCovariance(sharpness)
        + ofGradientAhead(threads)
        + (long) threads * HEAP_VECTORS_OF_REPLICA;
  }

  /** Its theta, and a part a chunk beside those that workers keep. */
  private long ofGradientAhead(int threads) {
    long chunks = (spec.data().train() + chunk - 1L) / chunk;
    return spec.probes().crossSection() == null || program.startsLinear() || chunks >= threads
        ? 0
        : 1 + chunks;
  }

  /** The directions along which its covariance is taken, all at once. */
  private long ofCovariance(@Nullable SharpnessSpec sharpness) {
    CovarianceSpec covariance = spec.probes().covariance();
    return sharpness == null || covariance == null
        ? 0
        : (long) sharpness.topK() + covariance.directions();
  }

  /** Lanczos keeps a vector for each product. */
  private static long ofLanczos(SharpnessSpec sharpness) {
    int steps = sharpness.density() == null ? 0 : sharpness.density().steps();
    return Math.max(sharpness.maxProducts(), steps);
  }

  /** What all workers read: the images as features where they are kept, and linearizations. */
  private long shared() {
    long kept =
        spec.probes().sharpness() == null
            ? 0
            : Math.min(
                room.linearizations(), spec.data().train() * size.linearization() * bytesAValue);
    return resident(spec.data().train())
        + resident(spec.data().validation())
        + kept
        + firstLayers();
  }

  /** The first layer's results at the end of a section, and those that it began with. */
  private long firstLayers() {
    if (spec.probes().crossSection() == null || !program.startsLinear()) {
      return 0;
    }
    long values = (long) spec.data().train() * program.shape(1).size();
    return 2 * Math.min(room.firstLayers(), values * bytesAValue);
  }

  private long resident(int examples) {
    long bytes = features(examples);
    return bytes <= room.features() ? bytes : 0;
  }

  private long features(long examples) {
    return examples * size.input() * bytesAValue;
  }

  /** Its own theta and gradient, and activations of a chunk for each kind of pass. */
  private long ofWorker() {
    boolean curvature = spec.probes().sharpness() != null;
    long rows = Math.min(chunk, spec.data().train());
    long evaluated = Math.min(chunk, Math.max(spec.data().train(), spec.data().validation()));
    long values =
        (VECTORS_OF_REPLICA + (curvature ? 1 : 0)) * size.theta() // and a direction
            + 2 * size.statistics()
            + evaluated * size.forward()
            + chunkGradient() * size.gradient()
            + (curvature ? rows * (size.linearization() + size.product()) : 0);
    return values * bytesAValue + (isStreamed() ? features(evaluated) : 0) + pointsTogether(rows);
  }

  /** Activations and thetas of the points that go through the network at once. */
  private long pointsTogether(long rows) {
    CrossSectionSpec sections = spec.probes().crossSection();
    return sections == null
        ? 0
        : new PointsTogether(program, bytesAValue).bytes(Math.toIntExact(rows), sections.points());
  }

  private boolean isStreamed() {
    return resident(spec.data().train()) == 0 || resident(spec.data().validation()) == 0;
  }

  /** Rows of the largest gradient that every worker takes part in. */
  private long chunkGradient() {
    long rows = spec.probes().covariance() == null ? 0 : 1;
    for (PhaseSpec phase : spec.phases()) {
      if (!(phase.optimizer() instanceof OptimizerSpec.Sgd)) {
        rows = Math.max(rows, Math.min(chunk, spec.data().train()));
      }
      if (phase.optimizer() instanceof OptimizerSpec.GdNoise noise) {
        rows = Math.max(rows, noise.varianceBatch());
      }
    }
    return rows;
  }

  /** A mini-batch is one worker's: its rows, and activations beyond those for a chunk. */
  private long ofBatch() {
    long batch =
        spec.phases().stream()
            .map(PhaseSpec::optimizer)
            .mapToLong(optimizer -> optimizer instanceof OptimizerSpec.Sgd sgd ? sgd.batch() : 0)
            .max()
            .orElse(0);
    return features(batch) + Math.max(0, batch - chunkGradient()) * size.gradient() * bytesAValue;
  }
}
