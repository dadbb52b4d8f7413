package org.sgdwalk.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The loss at points of a line, over chunks. Per point the chunks are added up in their order,
 * whoever computed them. A task is a chunk at one point; where the engine shares the first layer
 * along a line, a chunk at several points.
 */
final class Sweep {
  /** With two points, two products of the first layer save nothing. */
  private static final int FEW_POINTS = 2;

  private final Workers workers;
  private final List<Position> points;
  private final List<Rows> chunks;
  private final boolean sharesFirstLayer;

  Sweep(Workers workers, List<Position> points, List<Rows> chunks) {
    this.workers = workers;
    this.points = points;
    this.chunks = chunks;
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
    List<List<Position>> groups = groups();
    List<List<CrossEntropy>> parts =
        workers.run(
            groups.size() * chunks.size(),
            (worker, i) ->
                crossEntropies(
                    worker,
                    groups.get(i / chunks.size()),
                    chunks.get(i % chunks.size()),
                    normalization));
    List<CrossEntropy> sums = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      List<List<CrossEntropy>> ofGroup =
          parts.subList(group * chunks.size(), (group + 1) * chunks.size());
      for (int point = 0; point < groups.get(group).size(); point++) {
        int at = point;
        sums.add(CrossEntropy.sum(ofGroup.stream().map(chunk -> chunk.get(at)).toList()));
      }
    }
    return sums;
  }

  private List<CrossEntropy> crossEntropies(
      Worker worker, List<Position> group, Rows rows, Normalization normalization) {
    worker.normalizeWith(normalization);
    return sharesFirstLayer
        ? worker.alongLine(group, rows)
        : group.stream().map(point -> worker.crossEntropy(point, rows)).toList();
  }

  /** As large as they may be with work for every worker. */
  private List<List<Position>> groups() {
    int perChunk = (workers.count() + chunks.size() - 1) / chunks.size();
    int size = sharesFirstLayer ? (points.size() + perChunk - 1) / perChunk : 1;
    List<List<Position>> groups = new ArrayList<>();
    for (int start = 0; start < points.size(); start += size) {
      groups.add(points.subList(start, Math.min(start + size, points.size())));
    }
    return groups;
  }
}
