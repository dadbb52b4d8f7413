package org.sgdwalk.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sgdwalk.disk.LockFile;
import org.sgdwalk.run.checkpoint.ProgramSum;
import org.sgdwalk.session.ClusterException;
import org.sgdwalk.session.TraceStore;
import org.sgdwalk.settings.Settings;

/** Finds before a study what would end each of its runs. */
final class NodeCheck {
  private NodeCheck() {}

  /**
   * What the executors are, which is the same for all.
   *
   * @throws ClusterException that names one that cannot make runs as the driver would
   */
  static NodeFacts node(Cluster cluster, Settings settings) {
    List<NodeFacts> nodes = cluster.askAll("what are executors", settings.forRuns(), Node::facts);
    nodes.forEach(node -> requireSame(node, nodes.get(0)));
    return nodes.get(0);
  }

  static void requireSame(NodeFacts node, NodeFacts first) {
    if (!node.program().equals(ProgramSum.here())) {
      throw new ClusterException(
          "%s: has another version of the program, %s; the driver has %s"
              .formatted(node.host(), node.program(), ProgramSum.here()));
    }
    if (!node.missing().isEmpty()) {
      throw new ClusterException(node.host() + ": " + node.missing());
    }
    if (!node.engineKey().equals(first.engineKey())) {
      throw new ClusterException(
          "%s computes with %s and %s with %s; a study must have one kind"
              .formatted(node.host(), node.engineKey(), first.host(), first.engineKey()));
    }
  }

  /**
   * Checks that executors write into the driver's store and see its locks.
   *
   * @throws ClusterException that names one that does not
   */
  static void requireShared(Cluster cluster, TraceStore store) {
    Path root = store.root().toAbsolutePath();
    List<String> unshared;
    try {
      LockFile lock = LockFile.acquire(root.resolve(Node.SHARED), () -> {});
      try (lock) {
        unshared = cluster.askAll("is the store shared", root.toString(), Node::unshared);
      }
      Path mark = root.resolve(Node.MARK);
      if (!Files.exists(mark)) {
        Files.write(mark, new byte[0]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(root + " cannot be written", e);
    }
    refuseFirst(
        unshared,
        "; sgdwalk.store.dir must be the same folder on all machines, with file locks, or"
            + " sgdwalk.spark.traces=sent");
  }

  /**
   * Checks that executors have the driver's data.
   *
   * @param task a run of each set
   * @throws ClusterException that names one that has not
   */
  static void requireData(Cluster cluster, RunTask task) {
    refuseFirst(cluster.askAll("have executors the data", task, Node::lacking), "");
  }

  /** The first line that is not empty, with what would be right, ends the study. */
  private static void refuseFirst(List<String> lines, String right) {
    for (String line : lines) {
      if (!line.isEmpty()) {
        throw new ClusterException(line + right);
      }
    }
  }
}
