package org.sgdwalk.session;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * How long a study takes on a cluster, as {@code SparkStudyRunner} gives out its runs: a round
 * after the other, the longest run first, a fork behind all that wait when its first phase is made.
 * A device fails at random moments; its run then waits at the head of the queue.
 */
final class ClusterSimulation {
  /**
   * A run.
   *
   * @param seconds how long a device computes
   * @param forks runs that may begin when it is made
   */
  record Run(double seconds, List<Run> forks) {}

  /**
   * Where it is made.
   *
   * @param devices how many compute side by side
   * @param overhead seconds that each try of a run takes beside computing
   * @param failure mean seconds until a device fails; infinite where none does
   * @param repair seconds until it computes again
   * @param checkpoint seconds between two checkpoints that another device goes on from; infinite
   *     where it starts over
   */
  record Cluster(int devices, double overhead, double failure, double repair, double checkpoint) {}

  /** A run on its way: what is left of it. */
  private static final class Way {
    private final Run run;
    private double left;

    Way(Run run) {
      this.run = run;
      this.left = run.seconds();
    }
  }

  /** What is new at a moment. */
  private record Event(double time, Way way, Kind kind) {}

  private enum Kind {
    /** The run is made, and its device is free. */
    MADE,
    /** The run waits for another device. */
    LOST,
    /** The device that has lost it is free. */
    REPAIRED
  }

  private final Cluster cluster;
  private final SplittableRandom random;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::time));
  private final Deque<Way> ready = new ArrayDeque<>();
  private double now;

  private ClusterSimulation(Cluster cluster, long seed) {
    this.cluster = cluster;
    this.random = new SplittableRandom(seed);
  }

  /** Seconds until all rounds are made. */
  static double makespan(List<List<Run>> rounds, Cluster cluster, long seed) {
    ClusterSimulation simulation = new ClusterSimulation(cluster, seed);
    rounds.forEach(simulation::round);
    return simulation.now;
  }

  private void round(List<Run> runs) {
    runs.stream()
        .sorted(Comparator.comparingDouble(Run::seconds).reversed())
        .forEach(run -> ready.add(new Way(run)));
    int free = cluster.devices();
    double end = now;
    while (!ready.isEmpty() || free < cluster.devices()) {
      while (free > 0 && !ready.isEmpty()) {
        begin(ready.poll());
        free--;
      }
      Event event = events.remove();
      now = event.time();
      if (event.kind() == Kind.LOST) {
        ready.addFirst(event.way());
        continue;
      }
      free++;
      if (event.kind() == Kind.MADE) {
        event.way().run.forks().forEach(fork -> ready.add(new Way(fork)));
        end = now;
      }
    }
    now = end;
  }

  /** The run is made, or its device fails before. */
  private void begin(Way way) {
    double needed = cluster.overhead() + way.left;
    double failure = -cluster.failure() * Math.log(1 - random.nextDouble());
    if (failure >= needed) {
      events.add(new Event(now + needed, way, Kind.MADE));
      return;
    }
    double computed = Math.max(0, failure - cluster.overhead());
    if (cluster.checkpoint() < computed) {
      way.left -= computed - computed % cluster.checkpoint();
    }
    events.add(new Event(now + failure, way, Kind.LOST));
    events.add(new Event(now + failure + cluster.repair(), way, Kind.REPAIRED));
  }
}
