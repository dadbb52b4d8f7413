package org.sgdwalk.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.ChildProcess;
import org.sgdwalk.SameTables;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** The packed program by spark-submit, on a cluster of Spark's own whose machines fail. */
@DisplayName("A study on a cluster whose machines are killed and cut off")
@Timeout(600)
class SparkClusterIT {
  private static final String IMAGE = System.getProperty("sgdwalk.test.image", "");
  private static final Path PROGRAM = Path.of(System.getProperty("sgdwalk.test.program", ""));
  private static final Path SPARK = Path.of(System.getProperty("sgdwalk.test.spark", ""));

  private static final String MASTER = "spark://master:7077";

  /** How long Spark waits here for a machine that is silent, on cores that others may use too. */
  private static final int PATIENCE_SECONDS = 20;

  /** Longer than that. */
  private static final Duration CUT = Duration.ofSeconds(PATIENCE_SECONDS + 10);

  /** Workers tell a master that they live four times as often, if they have the same option. */
  private static final String WORKER_TIMEOUT = "-Dspark.worker.timeout=" + PATIENCE_SECONDS;

  private static final String CELL =
      """
      { "kind": "network", "id": "mine/mlp-32",
        "network": {"kind": "mlp", "hidden": [32], "batchNorm": true},
        "data": {"name": "fashion-mnist-3k", "train": 500, "validation": 200, "chunk": 250},
        "batch": 25, "learningRate": 0.1, "updates": 60, "valley": [20, 60], "epochs": [1, 3, 10],
        "scaled": 5, "extended": 60, "noise": 0.02, "why": {"network": "small"} }
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void needs_Docker_an_image_and_Spark() {
    assumeTrue(
        !IMAGE.isEmpty() && DockerClientFactory.instance().isDockerAvailable(),
        "no Docker or image here: no cluster was tried");
    assumeTrue(
        Files.isDirectory(SPARK.resolve("jars")),
        "no Spark in target/spark: mvn -f src/spark/distribution package");
  }

  /** What is chosen, here and there. */
  private static Map<String, String> environment(String cell, String store) {
    return Map.of(
        "SGDWALK_SCALE", "smoke",
        "SGDWALK_CELLS", cell + ",quadratic",
        "SGDWALK_SEEDS", "1-2",
        "SGDWALK_CHECKPOINT_MINUTES", "0",
        "SGDWALK_STORE_DIR", store);
  }

  private void studyHere(Path cell, Path store, Path report) throws Exception {
    ProcessBuilder study =
        ChildProcess.of(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                PROGRAM.resolveSibling("sgd-walk.jar").toString(),
                "study",
                "--report",
                report.toString()));
    study.environment().putAll(environment(cell.toString(), store.toString()));
    study.redirectOutput(folder.resolve("here.log").toFile());
    assertThat(study.start().waitFor()).as(Files.readString(folder.resolve("here.log"))).isZero();
  }

  private static List<String> submit() {
    Map<String, String> conf = new LinkedHashMap<>();
    conf.put("spark.driver.host", "driver");
    conf.put("spark.driver.userClassPathFirst", "true");
    conf.put("spark.executor.cores", "1");
    conf.put("spark.executor.memory", "1g");
    conf.put("spark.network.timeout", PATIENCE_SECONDS + "s");
    conf.put("spark.network.timeoutInterval", "2s");
    conf.put("spark.executor.heartbeatInterval", "2s");
    conf.put(
        "spark.executor.extraJavaOptions",
        "-Dorg.bytedeco.javacpp.cachedir=/natives -Djna.tmpdir=/natives");
    List<String> command =
        new ArrayList<>(
            List.of(
                "-Dorg.bytedeco.javacpp.cachedir=/natives",
                "-Djna.tmpdir=/natives",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                MASTER));
    conf.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
    command.addAll(List.of("/app/" + PROGRAM.getFileName(), "study", "--report", "/out/report"));
    return command;
  }

  private static List<String> worker() {
    return List.of(
        WORKER_TIMEOUT,
        "org.apache.spark.deploy.worker.Worker",
        "--cores",
        "1",
        "--memory",
        "1g",
        MASTER);
  }

  /** Traces below the folders of revision and engine, by what lies behind these. */
  private static Map<String, Path> traces(Path store) throws IOException {
    Map<String, Path> traces = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(store)) {
      all.filter(file -> file.endsWith("manifest.json"))
          .map(Path::getParent)
          .filter(trace -> !trace.toString().contains(".partial"))
          .sorted()
          .forEach(trace -> traces.put(store.relativize(trace).subpath(2, 4).toString(), trace));
    }
    return traces;
  }

  private static void awaitTraces(Path store, int count, GenericContainer<?> driver)
      throws InterruptedException {
    while (count(store) < count) {
      assertThat(driver.isRunning()).as(driver::getLogs).isTrue();
      Thread.sleep(100);
    }
  }

  private static int count(Path store) {
    try {
      return traces(store).size();
    } catch (UncheckedIOException | IOException e) {
      return 0; // a folder that went meanwhile
    }
  }

  @Test
  void has_the_traces_of_this_machine_byte_for_byte() throws Exception {
    Path cell = Files.writeString(folder.resolve("cell.json"), CELL);
    Path expected = folder.resolve("expected");
    studyHere(cell, expected, folder.resolve("report"));
    int runs = traces(expected).size();
    Path store = Files.createDirectory(folder.resolve("store"));
    Path out = Files.createDirectory(folder.resolve("out"));
    Map<Path, String> folders = new LinkedHashMap<>();
    folders.put(SPARK, "/spark");
    folders.put(PROGRAM.toAbsolutePath().getParent(), "/app");
    folders.put(store, "/store");
    folders.put(out, "/out");
    folders.put(cell, "/cell.json");
    folders.put(Files.createDirectory(folder.resolve("natives")), "/natives");

    try (Machines machines = new Machines(IMAGE, folders)) {
      machines.start(
          "master",
          Map.of(),
          List.of(WORKER_TIMEOUT, "org.apache.spark.deploy.master.Master", "--host", "master"));
      machines.start("one", Map.of(), worker());
      machines.start("two", Map.of(), worker());
      Map<String, String> chosen = new LinkedHashMap<>(environment("/cell.json", "/store"));
      chosen.put("SGDWALK_RUNNER", "spark");
      GenericContainer<?> driver = machines.start("driver", chosen, submit());

      awaitTraces(store, 3, driver);
      machines.cut("two");
      Thread.sleep(CUT.toMillis());
      machines.join("two");
      awaitTraces(store, runs / 2, driver);
      machines.kill("one");
      while (driver.isRunning()) {
        Thread.sleep(200);
      }
      String log = driver.getLogs();
      assertThat(driver.getCurrentContainerInfo().getState().getExitCodeLong()).as(log).isZero();
      assertThat(log).contains("Lost executor").contains("report in /out/report");
    }

    Map<String, Path> made = traces(store);
    assertThat(made.keySet()).isEqualTo(traces(expected).keySet()).hasSizeGreaterThan(20);
    for (Map.Entry<String, Path> trace : traces(expected).entrySet()) {
      SameTables.assertSame(made.get(trace.getKey()), trace.getValue());
    }
    assertThat(out.resolve("report/effects.csv"))
        .hasSameBinaryContentAs(folder.resolve("report/effects.csv"));
  }
}
