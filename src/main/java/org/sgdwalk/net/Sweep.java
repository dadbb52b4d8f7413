package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The loss at points of a line, over chunks. Per point the chunks are added up in their order,
 * whoever computed them. A task is a chunk at one point; where points share what is made of a
 * chunk, its first layer or its features, a chunk at several points.
 */
final class Sweep {
  /** With two points, two products of the first layer save nothing. */
  private static final int FEW_POINTS = 2;

  private final Workers workers;
  private final List<Position> points;
  private final List<Rows> chunks;
  private final FirstLayers starts;
  private final FirstLayers ends;
  private final boolean sharesFirstLayer;

  Sweep(Workers workers, List<Position> points, List<Rows> chunks) {
    this(workers, points, chunks, FirstLayers.none(), FirstLayers.none());
  }

  /** One that begins with what is known at the line's start, and leaves what is at its end. */
  Sweep(
      Workers workers,
      List<Position> points,
      List<Rows> chunks,
      FirstLayers starts,
      FirstLayers ends) {
    this.workers = workers;
    this.points = points;
    this.chunks = chunks;
    this.starts = starts;
    this.ends = ends;
    this.sharesFirstLayer = workers.shareFirstLayer() && points.size() > FEW_POINTS;
  }

  static List<Position> positions(
      ParameterVector from, ParameterVector to, Rounding rounding, double... a) {
    return Arrays.stream(a)
        .mapToObj(position -> new Position(from, to, position, rounding))
        .toList();
  }

  /** The sum over the chunks at each point. */
  List<CrossEntropy> run(Normalization normalization) {
    return run(normalization, GradientAhead.none());
  }

  /** The same, with a gradient beside it, which is begun first. */
  List<CrossEntropy> run(Normalization normalization, GradientAhead beside) {
    List<List<Position>> groups = groups();
    List<List<PendingLoss>> parts =
        workers.run(
            beside.size() + groups.size() * chunks.size(),
            (worker, task) -> {
              if (task < beside.size()) {
                beside.make(worker, task);
                return List.of();
              }
              int i = task - beside.size();
              return losses(
                  worker, groups.get(i / chunks.size()), i % chunks.size(), normalization);
            });
    return sums(groups, workers.read(parts.stream().flatMap(List::stream).toList()));
  }

  /** All points of a group lie one after the other, chunk by chunk. */
  private List<CrossEntropy> sums(List<List<Position>> groups, List<CrossEntropy> read) {
    List<CrossEntropy> sums = new ArrayList<>();
    int start = 0;
    for (List<Position> group : groups) {
      int points = group.size();
      for (int point = 0; point < points; point++) {
        int first = start + point;
        sums.add(
            CrossEntropy.sum(
                IntStream.range(0, chunks.size())
                    .mapToObj(chunk -> read.get(first + chunk * points))
                    .toList()));
      }
      start += points * chunks.size();
    }
    return sums;
  }

  private List<PendingLoss> losses(
      Worker worker, List<Position> group, int chunk, Normalization normalization) {
    worker.normalizeWith(normalization);
    Rows rows = chunks.get(chunk);
    return sharesFirstLayer
        ? worker.alongLine(group, rows, chunk, starts, ends)
        : group.stream().map(point -> worker.loss(point, rows)).toList();
  }

  private boolean sharesChunk() {
    return sharesFirstLayer || chunks.stream().anyMatch(Rows::areMade);
  }

  /** As large as they may be with work for every worker. */
  private List<List<Position>> groups() {
    int perChunk = (workers.count() + chunks.size() - 1) / chunks.size();
    int size = sharesChunk() ? (points.size() + perChunk - 1) / perChunk : 1;
    List<List<Position>> groups = new ArrayList<>();
    for (int start = 0; start < points.size(); start += size) {
      groups.add(points.subList(start, Math.min(start + size, points.size())));
    }
    return groups;
  }
}
