package org.sgdwalk.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.sgdwalk.ChildProcess;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.run.LocalRunner;

/** Makes all runs of a study, two at a time and kept after each update, in a JVM of its own. */
final class StudyProcess {
  private static final long SEED = 0;

  private StudyProcess() {}

  public static void main(String[] arguments) {
    fetch(Path.of(arguments[0]), Duration.ZERO);
  }

  /** The traces of the study in a store, where they are made if they are not there. */
  static List<Path> fetch(Path folder, Duration checkpoints) {
    TraceStore store = new TraceStore(folder, "abc", "torch", 0, line -> System.out.println(line));
    List<TraceKey> keys =
        ForksCell.CELL.arms().keySet().stream()
            .map(arm -> new TraceKey(ForksCell.CELL, arm, SEED))
            .toList();
    try (StudyRunner runner =
        new LocalStudyRunner(
            Engines.STANDARD,
            () -> new LocalRunner(new DataCatalog(null), 1, Engines.STANDARD),
            2,
            checkpoints,
            line -> System.out.println(line))) {
      new TraceFetcher(store, runner).fetch(keys, key -> {});
    }
    return keys.stream().map(TraceKey::stored).map(store::folder).toList();
  }

  static Process start(Path folder) throws IOException {
    return ChildProcess.ofClass(StudyProcess.class, "256m", folder)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
