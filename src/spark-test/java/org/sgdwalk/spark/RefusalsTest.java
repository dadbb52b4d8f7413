package org.sgdwalk.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.run.checkpoint.ProgramSum;
import org.sgdwalk.session.ClusterException;
import org.sgdwalk.session.StoredRun;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.settings.SettingsException;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

@DisplayName("A cluster that cannot make a study's runs is refused in one line")
class RefusalsTest {
  @TempDir private Path folder;

  private static Settings settings(String master) {
    return Settings.of(
        Options.of(Map.of("sgdwalk.runner", "spark", "sgdwalk.spark.master", master), Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark://localhost:1 | must be the URL of a master that runs, nothing answers at spark://localhost:1",
        "spark://localhost   | must be the URL of a master that runs, nothing answers at spark://localhost",
        "sprak:localhost     | Spark does not start with sprak:localhost: "
      })
  void where_its_master_is_none(String master, String said) {
    assertThatThrownBy(() -> Cluster.join(settings(master)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("sgdwalk.spark.master: " + said);
  }

  @Test
  void where_local_cluster_has_no_distribution() throws IOException {
    String master = "local-cluster[2,1,1024]";
    Map<String, String> scala = Map.of("SPARK_SCALA_VERSION", "2.13");
    Map<String, String> home = Map.of("SPARK_HOME", folder.toString());
    Map<String, String> both = new HashMap<>(scala);
    both.putAll(home);
    String said = "SPARK_HOME: must name a folder with Spark's jars in jars/ for " + master;
    assertThatThrownBy(() -> Cluster.requireDistribution(master, scala))
        .isInstanceOf(SettingsException.class)
        .hasMessage(said + ", got ''");
    assertThatThrownBy(() -> Cluster.requireDistribution(master, both))
        .hasMessage(said + ", got '" + folder + "'");
    Files.createDirectory(folder.resolve("jars"));
    assertThatThrownBy(() -> Cluster.requireDistribution(master, home))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "SPARK_SCALA_VERSION: must be Spark's version of Scala, 2.13, for "
                + master
                + ", got ''");
    assertThatNoException().isThrownBy(() -> Cluster.requireDistribution(master, both));
    assertThatNoException().isThrownBy(() -> Cluster.requireDistribution("spark://h:1", Map.of()));
  }

  @Test
  void where_an_executor_has_another_program_or_cannot_compute_or_computes_otherwise() {
    NodeFacts first = new NodeFacts("one", ProgramSum.here(), "", "torch", Map.of());
    NodeCheck.requireSame(first, first);

    assertThatThrownBy(
            () -> NodeCheck.requireSame(new NodeFacts("two", "abc", "", "torch", Map.of()), first))
        .isInstanceOf(ClusterException.class)
        .hasMessage(
            "two: has another version of the program, abc; the driver has " + ProgramSum.here());
    assertThatThrownBy(
            () ->
                NodeCheck.requireSame(
                    new NodeFacts("two", ProgramSum.here(), "no card", "", Map.of()), first))
        .hasMessage("two: no card");
    assertThatThrownBy(
            () ->
                NodeCheck.requireSame(
                    new NodeFacts("two", ProgramSum.here(), "", "torch-cuda-9.0", Map.of()), first))
        .hasMessage(
            "two computes with torch-cuda-9.0 and one with torch; a study must have one kind");
  }

  /** Also later, where an executor joins that the driver has not asked. */
  @Test
  void where_a_task_comes_to_another_program() {
    assertThatThrownBy(
            () -> Node.answer(new RunTask("abc", "torch", Map.of(), Map.of(), null, List.of())))
        .isInstanceOf(TaskFailure.class)
        .hasMessageEndingWith(
            ": has another version of the program, %s; the driver has abc"
                .formatted(ProgramSum.here()));
  }

  /** Asked of each task: an executor may have come after the study was begun. */
  @Test
  void where_a_task_comes_to_other_data_or_none_or_another_store_or_engine() throws IOException {
    String spec = Files.readString(Path.of("fixtures/specs/ci-sgd.json"));
    String missing = spec.replace("fashion-mnist-3k", "mnist");
    Map<String, Map<String, String>> sums = Map.of("fashion-mnist-3k", Map.of("images", "abc"));
    Path store = Files.createDirectory(folder.resolve("store"));
    Files.createFile(store.resolve(Node.MARK));
    String others =
        "fashion-mnist-3k: files with the SHA-256 \\{.*}; must be those of the study, \\{images=abc}";
    String none = "mnist.*sgdwalk.data.dir.*";
    try (Cluster cluster = Cluster.join(settings("local[1]"))) {
      assertThat(failure(cluster, task(spec, "torch", sums, store))).matches(last(others));
      assertThat(failure(cluster, task(missing, "torch", Map.of(), store))).matches(last(none));
      assertThat(failure(cluster, task(spec, "torch", Map.of(), folder)))
          .matches(last("does not see the driver's store " + folder));
      assertThat(failure(cluster, task(spec, "torch-cuda-9.0", Map.of(), store)))
          .matches(last("computes with torch and the study with torch-cuda-9.0; .*"));

      assertThatThrownBy(() -> NodeCheck.requireData(cluster, task(spec, "torch", sums, store)))
          .isInstanceOf(ClusterException.class)
          .hasMessageMatching("\\S+: " + others);
      assertThatThrownBy(
              () -> NodeCheck.requireData(cluster, task(missing, "torch", Map.of(), store)))
          .hasMessageMatching("\\S+: .*" + none);
      assertThatNoException()
          .isThrownBy(() -> NodeCheck.requireData(cluster, task(spec, "torch", Map.of(), store)));
    }
    assertThat(store.resolve("runs")).doesNotExist();
  }

  private static String last(String cause) {
    return "failed .*, at last: \\S+: .*" + cause;
  }

  private static RunTask task(
      String spec, String engineKey, Map<String, Map<String, String>> sums, Path store) {
    StoredRun run = new StoredRun(SpecJson.read(spec), "runs/a", null);
    return new RunTask(
        ProgramSum.here(), engineKey, Map.of(), sums, store.toString(), List.of(RunTask.json(run)));
  }

  private static String failure(Cluster cluster, RunTask task) {
    return cluster
        .begin("a run", task, Node::answer)
        .handle((made, error) -> Failures.line(error))
        .join();
  }

  @Test
  void where_an_executor_does_not_see_the_store_or_its_lock() throws IOException {
    assertThat(Node.unshared(folder.toString()))
        .endsWith(" does not see the driver's store " + folder);
    Path lock = Files.createFile(folder.resolve(Node.SHARED));
    assertThat(Node.unshared(folder.toString()))
        .endsWith(" does not see the driver's lock of " + lock);
  }

  @Test
  void in_the_words_of_its_cause() {
    String spark =
        "Job aborted due to stage failure: Task 0 in stage 3.0 failed 3 times, most recent failure:"
            + " Lost task 0.2 in stage 3.0 (TID 9) (host executor 1): java.lang.Error: x\n\tat y";
    assertThat(Failures.line(new IllegalStateException(spark)))
        .isEqualTo(
            "failed 3 times, at last: Lost task 0.2 in stage 3.0 (TID 9) (host executor 1):"
                + " java.lang.Error: x");
    String nowhere =
        "Job aborted due to stage failure: \nAborting TaskSet 2.0 because task 0 (partition 0)\n"
            + "cannot run anywhere due to node and executor excludeOnFailure.\n\nMost recent"
            + " failure:\nLost task 0.1 in stage 2.0 (TID 5) (host executor 0):"
            + " org.sgdwalk.spark.TaskFailure: host: disk is full\n\tat y";
    assertThat(Failures.line(new IllegalStateException(nowhere)))
        .isEqualTo("failed on all machines, at last: host: disk is full");
    Exception cause = new TaskFailure("host: disk is full", new IllegalStateException());
    assertThat(Failures.line(new IllegalStateException(spark, cause)))
        .isEqualTo("failed 3 times, at last: host: disk is full");
  }

  /** What goes over the wire is the run. */
  @Test
  void but_a_run_arrives_as_it_was_sent() throws IOException {
    RunSpec spec = SpecJson.read(Files.readString(Path.of("fixtures/specs/ci-sgd.json")));
    for (StoredRun run :
        List.of(
            new StoredRun(spec, "ci/a", null),
            new StoredRun(
                spec, "ci/a", new StoredRun.SharedPhase(spec, "t", List.of("ci/a", "ci/b"))))) {
      assertThat(RunTask.run(RunTask.json(run))).isEqualTo(run);
    }
  }
}
