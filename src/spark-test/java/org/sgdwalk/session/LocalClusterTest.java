package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.SameTables;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

/** Spark's {@code local-cluster}: a driver, a master and two workers in processes of their own. */
@DisplayName("A study on two workers of Spark")
@Timeout(600)
class LocalClusterTest {
  private static final int SEEDS = 2;
  private static final int RUNS = SparkStudy.keys(SEEDS).size();
  private static final Pattern MADE = Pattern.compile(RUNS + " runs, new (\\d+)");

  @TempDir private static Path local;
  @TempDir private Path folder;

  @BeforeAll
  static void make_the_same_runs_on_threads() {
    Settings settings = Settings.of(Options.of(Map.of("sgdwalk.threads", "2"), Map.of()));
    try (StudyRunner runner = LocalStudyRunner.of(settings, line -> {})) {
      SparkStudy.make(runner, local, SEEDS);
    }
  }

  private String study(Path store, String... options) throws Exception {
    return said(begin(store, options));
  }

  /** A driver, by its folder. */
  private record Driver(Path home, Process process) {}

  private Driver begin(Path store, String... options) throws IOException {
    Path home = Files.createTempDirectory(folder, "home");
    return new Driver(home, SparkStudy.start(home, store, SEEDS, List.of(options)));
  }

  private static String said(Driver driver) throws Exception {
    assertThat(driver.process().waitFor(400, TimeUnit.SECONDS)).isTrue();
    return Files.readString(driver.home().resolve("driver.log"));
  }

  /** How many runs a driver had made, where each of the study is there in the end. */
  private static int made(String said) {
    Matcher runs = MADE.matcher(said);
    assertThat(runs.find()).as(said).isTrue();
    return Integer.parseInt(runs.group(1));
  }

  private static void assertAsLocal(Path store) throws IOException {
    List<Path> made = SparkStudy.folders(store, SEEDS);
    List<Path> expected = SparkStudy.folders(local, SEEDS);
    for (int i = 0; i < made.size(); i++) {
      SameTables.assertSame(made.get(i), expected.get(i));
    }
    try (Stream<Path> all = Files.walk(store)) {
      assertThat(all.map(Path::toString))
          .noneMatch(name -> name.contains(".partial") || name.contains("trunk-"));
    }
  }

  private static List<FileTime> times(Path store) throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (Path trace : SparkStudy.folders(store, SEEDS)) {
      times.add(Files.getLastModifiedTime(trace.resolve("manifest.json")));
    }
    return times;
  }

  /**
   * Two drivers share its store, which is none of their executors' working directory; a later study
   * makes none.
   */
  @Test
  void has_the_traces_of_this_process_byte_for_byte_and_makes_each_once() throws Exception {
    Path store = folder.resolve("store");
    Path relative = Path.of("..", "store");

    Driver one = begin(relative);
    Driver two = begin(relative);
    assertThat(made(said(one)) + made(said(two))).isEqualTo(RUNS);
    assertAsLocal(store);

    List<FileTime> before = times(store);
    assertThat(study(relative)).contains(RUNS + " runs, new 0");
    assertThat(times(store)).isEqualTo(before);
  }

  @Test
  void sends_the_traces_to_the_driver_where_nothing_is_shared() throws Exception {
    Path store = folder.resolve("store");

    assertThat(study(store, "-Dsgdwalk.spark.traces=sent")).contains(RUNS + " runs, new " + RUNS);
    assertAsLocal(store);
  }

  /** Both workers are on one machine, on which Spark tries a task no more than twice. */
  @Test
  void gives_a_run_up_that_fails_and_makes_the_others() throws Exception {
    Path store = folder.resolve("store");
    Path lost = SparkStudy.folders(store, SEEDS).get(RUNS - 1);
    Files.createDirectories(lost.getParent());
    Path obstacle = Files.createFile(lost.resolveSibling(lost.getFileName() + ".partial"));

    assertThat(study(store))
        .contains(RUNS + " runs, new " + (RUNS - 1))
        .containsPattern(
            lost.getFileName()
                + ": failed on all machines, at last: \\S+: .*cannot be made: .* is in the way");
    Files.delete(obstacle);
    assertThat(study(store)).contains(RUNS + " runs, new 1");
    assertAsLocal(store);
  }

  /** The address that Spark has assigned is the card that the preflight is asked for. */
  @Test
  void gives_each_task_the_card_that_Spark_has_assigned() throws Exception {
    Path script = folder.resolve("cards.sh");
    Files.writeString(script, "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"7\"]}'\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(
            study(
                folder.resolve("store"),
                "-Dsgdwalk.device=cuda",
                "-Dspark.worker.resource.gpu.amount=1",
                "-Dspark.worker.resource.gpu.discoveryScript=" + script))
        .contains("ClusterException: ")
        .contains("sgdwalk.device: cuda:7 takes a build for the engine torch on cards");
  }
}
