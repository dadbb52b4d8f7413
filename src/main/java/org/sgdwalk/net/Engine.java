package org.sgdwalk.net;

import java.util.Map;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.Precision;

/**
 * A library that computes networks. It knows logits and their derivatives; what a loss is, how
 * chunks are added up and who computes them is {@link NetworkLossSurface}'s.
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

  /** Natives and kernels that compute, once started: for manifests and reports. */
  String description();

  /** Versions of its libraries by name. */
  Map<String, String> versions();

  /** Whether its replicas differentiate twice ({@link Replica#linearize}). */
  boolean differentiatesTwice();

  /** Prepares the calling thread, a worker, to compute: one thread of the library's each. */
  void enterThread();

  /** Room for features, [rows, values], not yet written. */
  Features features(int rows, int valuesPerRow, Precision precision);

  /** A copy of a network for one worker. Confined to the thread that asks for it. */
  Replica replica(Program program, Precision precision);
}
