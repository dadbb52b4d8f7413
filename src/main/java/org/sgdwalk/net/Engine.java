package org.sgdwalk.net;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;

/**
 * A library that computes networks and their losses, batch by batch; how batches are added up and
 * who computes them is {@link NetworkLossSurface}'s.
 */
public interface Engine {

  /** Its name: in options, manifests and reports. */
  String name();

  /**
   * Loads its natives, once a process.
   *
   * @throws EngineException if they cannot run here; one line that says what is missing
   */
  void start();

  /** Bytes that loading its natives adds to the address space; 0 where they are loaded. */
  long addressSpace();

  /** What is free on the device that computes; empty where that is the CPU, or nobody tells. */
  default Optional<FreeMemory> deviceMemory() {
    return Optional.empty();
  }

  /** Natives and kernels that compute, once started: for manifests and reports. */
  String description();

  /** Versions of its libraries by name. */
  Map<String, String> versions();

  /** Whether its replicas differentiate twice ({@link Replica#linearize}). */
  boolean differentiatesTwice();

  /**
   * What a run on data asks for that this engine cannot do: one line that says what would be right;
   * empty where it can do all.
   */
  default Optional<String> lacks(RunSpec spec) {
    return spec.probes().sharpness() == null || differentiatesTwice()
        ? Optional.empty()
        : Optional.of(
            "probes.sharpness: needs Hessian products, which the engine '"
                + name()
                + "' does not compute; leave it out, or take another: -Dsgdwalk.engine=torch");
  }

  /** Prepares the calling thread, a worker, to compute: one thread of the library's each. */
  void enterThread();

  /** Room for features, [rows, values], not yet written. */
  Features features(int rows, int valuesPerRow, Precision precision);

  /** Makes vectors where this engine wants them. */
  default VectorSpace vectors(Precision precision) {
    return VectorSpace.onHeap(precision);
  }

  /** What its replicas' losses are, read all at once; each may be read but once. */
  default List<CrossEntropy> read(List<PendingLoss> losses) {
    return losses.stream().map(CrossEntropy.class::cast).toList();
  }

  /** A copy of a network for one worker. Confined to the thread that asks for it. */
  Replica replica(Program program, Precision precision);
}
