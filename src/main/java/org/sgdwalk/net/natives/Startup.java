package org.sgdwalk.net.natives;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.EngineException;

/**
 * The start of an engine's natives, once a process. What went wrong is remembered: a library's own
 * static initialiser tells whoever comes second that a class has none, and not why.
 */
public final class Startup {
  /** JNA logs a failure with its stack before it throws it; held, since loggers are weakly kept. */
  private static final Logger JNA = Logger.getLogger("com.sun.jna");

  static {
    JNA.setLevel(Level.OFF);
  }

  private final String natives;
  private boolean done;
  private @Nullable String failure;

  /** {@code natives} says whose they are, for an error. */
  public Startup(String natives) {
    this.natives = natives;
  }

  /** What loads them. */
  @FunctionalInterface
  public interface Loading {
    /** Loads them. */
    void run() throws IOException;
  }

  /**
   * Loads them, unless they are there.
   *
   * @throws EngineException if they cannot run here, the second time too
   */
  public synchronized void once(Loading loading) {
    if (failure != null) {
      throw new EngineException(failure);
    }
    if (done) {
      return;
    }
    try {
      JavaCppLimits.check();
      JavaCppLimits.lift();
      load(loading);
      done = true;
    } catch (EngineException e) {
      failure = String.valueOf(e.getMessage());
      throw e;
    }
  }

  /** Whether they are loaded. */
  public synchronized boolean isDone() {
    return done;
  }

  private void load(Loading loading) {
    try {
      loading.run();
    } catch (EngineException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw NativesFailure.of(natives, e);
    }
  }
}
