package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.spec.Precision;

/** Threads with a network copy each. Results come back in task order, whoever computed them. */
final class Workers implements AutoCloseable {
  /** A piece of work on whichever network copy is free. */
  interface Task<R> {
    R run(Worker worker, int index);
  }

  /** What is done with a result. */
  interface Sink<R> {
    void accept(R result, int index);
  }

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final Engine engine;
  private final ExecutorService threads;
  private final List<Worker> workers;

  Workers(Engine engine, Program program, Precision precision, int count) {
    this.engine = engine;
    threads = Executors.newFixedThreadPool(count, Workers::thread);
    workers = onEach(count, i -> new Worker(engine, program, precision));
  }

  /** Whether points of a line share work. */
  boolean shareFirstLayer() {
    return workers.get(0).sharesFirstLayer();
  }

  int count() {
    return workers.size();
  }

  /** What the workers' losses are, read all at once. */
  List<CrossEntropy> read(List<PendingLoss> losses) {
    return engine.read(losses);
  }

  /** Runs tasks 0 to count - 1 and returns their results in that order. */
  <R> List<R> run(int count, Task<R> task) {
    List<R> results = new ArrayList<>(Collections.nCopies(count, null));
    AtomicInteger next = new AtomicInteger();
    onEach(
        Math.min(workers.size(), count),
        w -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            results.set(i, task.run(workers.get(w), i));
          }
          return w;
        });
    return results;
  }

  /**
   * Runs tasks 0 to count - 1 and hands over each result in that order, so that a sum of them has
   * the same digits for any number of workers. A result may be the worker's own memory: the worker
   * does not go on before it was taken.
   */
  <R> void runInOrder(int count, Task<R> task, Sink<R> sink) {
    Turns turns = new Turns();
    run(
        count,
        (worker, i) -> {
          try {
            R result = task.run(worker, i);
            turns.take(i, () -> sink.accept(result, i));
            return i;
          } catch (RuntimeException | Error e) {
            turns.breakOff();
            throw e;
          }
        });
  }

  @Override
  public void close() {
    onEach(workers.size(), i -> workers.get(i).close());
    threads.shutdown();
  }

  private <R> List<R> onEach(int count, IntFunction<R> job) {
    List<Future<R>> futures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int index = i;
      Callable<R> call =
          () -> {
            engine.enterThread();
            return job.apply(index);
          };
      futures.add(threads.submit(call));
    }
    List<R> results = new ArrayList<>();
    for (Future<R> future : futures) {
      results.add(join(future));
    }
    return results;
  }

  private static <R> R join(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while workers computed", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (e.getCause() instanceof OutOfMemoryError tooMuch) {
        throw OutOfMemory.of(tooMuch);
      }
      throw new IllegalStateException("a worker failed", e.getCause());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sgdwalk-worker-" + NAMES.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
