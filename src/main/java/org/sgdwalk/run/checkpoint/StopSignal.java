package org.sgdwalk.run.checkpoint;

import java.util.function.Supplier;

/**
 * Whether this process is to end: SIGTERM, SIGINT (Ctrl-C) or SIGHUP came. The JVM then ends with
 * 143, 130 or 129, but not before what was entered is left, so that runs are kept at their next
 * update.
 */
public final class StopSignal implements AutoCloseable {
  /** Never comes. */
  public static final StopSignal NONE = new StopSignal();

  private final Thread hook = new Thread(this::raiseAndWait, "stop");
  private int entered;
  private boolean raised;

  private StopSignal() {}

  /** Listens to this process's signals until it is closed. */
  public static StopSignal ofProcess() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** A signal that is raised by a call. */
  public static StopSignal byHand() {
    return new StopSignal();
  }

  /** The process is to end. */
  public synchronized void raise() {
    raised = true;
  }

  /** Whether it is to end. */
  public synchronized boolean isRaised() {
    return raised;
  }

  /** Does work that the end of the process waits for. */
  public <T> T await(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    entered++;
  }

  private synchronized void leave() {
    entered--;
    notifyAll();
  }

  private synchronized void raiseAndWait() {
    raised = true;
    try {
      while (entered > 0) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook has run or waits for what was entered.
      raise();
    }
  }
}
