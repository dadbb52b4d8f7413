package org.sgdwalk.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.session.MadeRun;
import org.sgdwalk.session.StoredRun;
import org.sgdwalk.session.StudyRunner;
import org.sgdwalk.session.TraceStore;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

/** Where no store is shared, runs that share their first phase are one task. */
@DisplayName("Runs of one task, of which one fails")
class OneTaskTest {
  private static final Settings SENT =
      Settings.of(
          Options.of(
              Map.of(
                  "sgdwalk.runner", "spark",
                  "sgdwalk.spark.master", "local[1]",
                  "sgdwalk.spark.traces", "sent"),
              Map.of()));

  @TempDir private Path folder;

  @Test
  void are_made_but_for_that_one() throws IOException {
    RunSpec spec = SpecJson.read(Files.readString(Path.of("fixtures/specs/quadratic.json")));
    List<StoredRun> group =
        LongStream.rangeClosed(1, 3)
            .mapToObj(seed -> new StoredRun(spec.withSeed(seed), "runs/" + seed, null))
            .toList();
    TraceStore store = new TraceStore(folder, line -> {});
    Told told = new Told();
    try (SparkStudyRunner runner = SparkStudyRunner.open(SENT, line -> {})) {
      Path place = Files.createDirectories(Node.scratch().resolve("runs"));
      Files.createFile(place.resolve("2.partial"));

      runner.make(List.of(group), store, told);
    }

    assertThat(told.lines).hasSize(3).contains("made runs/1", "made runs/3");
    assertThat(told.lines).anyMatch(line -> line.matches("runs/2: .* cannot be made: .*"));
    assertThat(store.find(group.get(0))).isPresent();
    assertThat(store.find(group.get(1))).isEmpty();
    assertThat(store.find(group.get(2))).isPresent();
  }

  private static final class Told implements StudyRunner.Outcomes {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void made(MadeRun run) {
      lines.add("made " + run.run().folder());
    }

    @Override
    public void failed(StoredRun run, String why) {
      lines.add(run.folder() + ": " + why);
    }
  }
}
