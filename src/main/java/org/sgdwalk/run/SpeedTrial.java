package org.sgdwalk.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.data.PublishedSet;
import org.sgdwalk.data.PublishedSets;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.RunSpec;

/**
 * Measures how fast this machine computes, in a second or three a network: on random images, on as
 * many threads as runs are made side by side, each with a network of its own. All threads do the
 * same at the same time.
 */
public final class SpeedTrial {
  private static final double WARM_SECONDS = 0.2;
  private static final double SECONDS = 0.5;

  /** A product with a 1,024 x 1,024 matrix for each layer between the first and the last. */
  private static final int SIDE = 1024;

  /** So many that theta's way to the engine takes a fiftieth of the time. */
  private static final int ROWS = 2 * SIDE;

  private static final NetworkSpec.Mlp SQUARE =
      new NetworkSpec.Mlp(List.of(SIDE, SIDE, SIDE, SIDE, SIDE), false);
  private static final ImageShape SMALL = new ImageShape(1, 8, 8);
  private static final int CLASSES = 10;

  /** The paper's. */
  private static final int USUAL_BATCH = 100;

  private final Engine engine;
  private final int threads;

  /**
   * A trial.
   *
   * @param choice what computes
   * @param threads how many compute at the same time, 1 or more
   */
  public SpeedTrial(EngineChoice choice, int threads) {
    this.engine = Engines.of(choice);
    this.threads = threads;
  }

  /**
   * The peak: multiplications and additions a second of a thread in products of large matrices in
   * float32.
   */
  public double peak() {
    return rates(
            new TrialNetwork(engine, SQUARE, SMALL, CLASSES, ROWS, 1), List.of(TrialSurface::loss))
        .get(0);
  }

  /**
   * The speed of a run's network, on a chunk and a batch like the run's; of networks that take long
   * for it on fewer images.
   *
   * @param spec of a network on data
   * @param batch images of a mini-batch
   */
  public NetworkSpeed of(RunSpec spec, int batch) {
    PublishedSet set = PublishedSets.named(spec.data().name());
    int classes = spec.data().numberOfClasses(set.classes());
    int chunk = Math.min(spec.data().chunk(), spec.data().train());
    TrialNetwork network =
        TrialNetwork.of(engine, spec.network(), set.image(), classes, chunk, batch);
    List<Double> rates =
        rates(
            network,
            List.of(
                TrialSurface::batch,
                TrialSurface::example,
                TrialSurface::gradient,
                TrialSurface::section,
                engine.differentiatesTwice() ? TrialSurface::products : TrialSurface::gradient));
    return new NetworkSpeed(rates.get(0), rates.get(1), rates.get(2), rates.get(3), rates.get(4));
  }

  /** The batch of a run's first phase with mini-batches; as many as usual where it has none. */
  public static int batch(RunSpec spec) {
    for (PhaseSpec phase : spec.phases()) {
      if (phase.optimizer() instanceof OptimizerSpec.Sgd sgd) {
        return sgd.batch();
      }
    }
    return Math.min(USUAL_BATCH, spec.data().train());
  }

  /** Of each kind of work, the mean over the threads. */
  private List<Double> rates(TrialNetwork network, List<ToDoubleFunction<TrialSurface>> works) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Callable<List<Double>> one =
          () -> {
            try (TrialSurface surface = network.open()) {
              return works.stream().map(work -> rate(surface, work)).toList();
            }
          };
      List<Future<List<Double>>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(pool.submit(one));
      }
      return mean(all.stream().map(SpeedTrial::join).toList());
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Double> mean(List<List<Double>> ofThreads) {
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < ofThreads.get(0).size(); i++) {
      int work = i;
      means.add(ofThreads.stream().mapToDouble(rates -> rates.get(work)).average().orElseThrow());
    }
    return means;
  }

  private static double rate(TrialSurface surface, ToDoubleFunction<TrialSurface> work) {
    rate(surface, work, WARM_SECONDS);
    return rate(surface, work, SECONDS);
  }

  /** Once at least, however long it takes. */
  private static double rate(
      TrialSurface surface, ToDoubleFunction<TrialSurface> work, double seconds) {
    long start = System.nanoTime();
    double operations = 0;
    double elapsed = 0;
    while (elapsed < seconds) {
      operations += work.applyAsDouble(surface);
      elapsed = (System.nanoTime() - start) / 1e9;
    }
    return operations / elapsed;
  }

  private static <R> R join(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the machine was measured", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException("the machine could not be measured", e.getCause());
    }
  }
}
