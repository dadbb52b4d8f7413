package org.sgdwalk.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.sgdwalk.ChildProcess;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

/**
 * Makes the runs of a small study with the options of its process, in a JVM of its own: arguments
 * STORE SEEDS. Networks of tiny size, runs that fork, and quadratics.
 */
final class SparkStudy {
  private SparkStudy() {}

  /** Two workers of one core each, in processes of their own. */
  static final String TWO_WORKERS = "local-cluster[2,1,1024]";

  public static void main(String[] arguments) {
    Settings settings = settings();
    try (StudyRunner runner = StudyRunners.open(settings, line -> System.out.println(line))) {
      long begin = System.nanoTime();
      List<String> made = make(runner, Path.of(arguments[0]), Integer.parseInt(arguments[1]));
      System.out.printf("took %d ms%n", (System.nanoTime() - begin) / 1_000_000);
      made.forEach(System.out::println);
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  /** Those of this process, which the tests start for it. */
  static Settings settings() {
    Map<String, String> options = new TreeMap<>();
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("sgdwalk."))
        .forEach(name -> options.put(name, System.getProperty(name)));
    return Settings.of(Options.of(options, Map.of()));
  }

  /** What was made and what was given up. */
  static List<String> make(StudyRunner runner, Path folder, int seeds) {
    TraceFetcher fetcher = new TraceFetcher(store(folder), runner);
    AtomicInteger told = new AtomicInteger();
    fetcher.fetch(keys(seeds), key -> told.incrementAndGet());
    List<String> lines = new ArrayList<>(fetcher.failures());
    lines.add(told + " runs, new " + fetcher.times().of(keys(seeds)).map(t -> t.runs()).orElse(0));
    return lines;
  }

  static TraceStore store(Path folder) {
    return new TraceStore(folder, "abc", "torch", 0, line -> System.out.println(line));
  }

  static List<TraceKey> keys(int seeds) {
    Cell quadratic =
        Catalog.cells(Scale.SMOKE).stream()
            .filter(cell -> cell.data().isEmpty())
            .findFirst()
            .orElseThrow();
    return Stream.of(ForksCell.CELL, TinyCell.of(Scale.CI), quadratic)
        .flatMap(
            cell ->
                LongStream.range(0, seeds)
                    .boxed()
                    .flatMap(
                        seed ->
                            cell.arms().keySet().stream()
                                .map(arm -> new TraceKey(cell, arm, seed))))
        .toList();
  }

  static List<Path> folders(Path folder, int seeds) {
    return keys(seeds).stream().map(TraceKey::stored).map(store(folder)::folder).toList();
  }

  /**
   * Starts one whose executors have this JVM's class path.
   *
   * @param home a folder for Spark's own files, with an empty jars/: it asks for no more
   * @param options beside these, as {@code -D} takes them
   */
  static Process start(Path home, Path store, int seeds, List<String> options) throws IOException {
    Files.createDirectories(home.resolve("jars"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dsgdwalk.runner=spark",
                "-Dsgdwalk.spark.master=" + TWO_WORKERS,
                "-Dspark.ui.enabled=false",
                "-Dspark.local.dir=" + home,
                "-Dspark.executor.extraClassPath=" + System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"));
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            SparkStudy.class.getName(),
            store.toString(),
            Integer.toString(seeds)));
    ProcessBuilder builder = ChildProcess.of(command);
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.directory(home.toFile());
    return builder.redirectOutput(new File(home.toFile(), "driver.log")).start();
  }
}
