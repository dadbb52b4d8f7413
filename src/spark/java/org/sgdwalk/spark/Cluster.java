package org.sgdwalk.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.AsyncRDDActions;
import org.sgdwalk.session.ClusterException;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.settings.SettingsException;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;

/** A Spark cluster as this program uses it. Options of Spark's own that are given win. */
final class Cluster implements AutoCloseable {
  private static final String MASTER = "spark.master";

  /** In it stand the hosts of a cluster of Spark's own. */
  private static final Pattern STANDALONE = Pattern.compile("spark://(.+)");

  /** Tasks run on threads of the driver. */
  private static final Pattern IN_PROCESS = Pattern.compile("local(\\[.*])?");

  private static final Pattern HOST = Pattern.compile("(.+):(\\d{1,5})");
  private static final String SCALA = "SPARK_SCALA_VERSION";
  private static final int CONNECT_MILLIS = 5_000;

  /** Images are pulled and executors are started meanwhile. */
  private static final int FIRST_ANSWER_MINUTES = 5;

  private final JavaSparkContext spark;

  private Cluster(JavaSparkContext spark) {
    this.spark = spark;
  }

  /**
   * Joins the cluster that settings name.
   *
   * @throws SettingsException if there is none
   */
  static Cluster join(Settings settings) {
    SparkConf conf = conf(settings);
    String master = conf.get(MASTER, "");
    requireReachable(master);
    requireDistribution(master, System.getenv());
    try {
      return new Cluster(new JavaSparkContext(conf));
    } catch (Exception e) { // SparkException too, which Scala does not declare
      throw new SettingsException(
          "sgdwalk.spark.master: Spark does not start with %s: %s"
              .formatted(master, Failures.firstLine(e)));
    }
  }

  private static SparkConf conf(Settings settings) {
    SparkConf conf = new SparkConf();
    String master = settings.runner().master();
    if (master != null) {
      conf.setMaster(master);
    }
    if (settings.engine().device().isCuda()) {
      conf.setIfMissing("spark.executor.resource.gpu.amount", "1");
      conf.setIfMissing("spark.task.resource.gpu.amount", "1");
    }
    return conf.setIfMissing("spark.app.name", "sgd-walk")
        .setIfMissing("spark.task.maxFailures", "3")
        // The third try is made on another machine than the first two, where there is one.
        .setIfMissing("spark.excludeOnFailure.enabled", "true")
        .setIfMissing("spark.excludeOnFailure.task.maxTaskAttemptsPerExecutor", "2")
        // The program's libraries before those of the cluster's distribution; in the driver's own
        // process they are the driver's.
        .setIfMissing(
            "spark.executor.userClassPathFirst",
            Boolean.toString(!IN_PROCESS.matcher(conf.get(MASTER, "")).matches()))
        .setIfMissing("spark.ui.showConsoleProgress", "false");
  }

  /** Spark itself tries for a minute, and then names something else. */
  private static void requireReachable(String master) {
    if (master.isEmpty()) {
      throw new SettingsException(
          "sgdwalk.spark.master: must be a master's URL, for example spark://host:7077, or left to"
              + " spark-submit");
    }
    Matcher standalone = STANDALONE.matcher(master);
    if (standalone.matches()) {
      List<String> hosts = List.of(standalone.group(1).split(","));
      if (hosts.stream().noneMatch(Cluster::answers)) {
        throw new SettingsException(
            "sgdwalk.spark.master: must be the URL of a master that runs, nothing answers at "
                + master);
      }
    }
  }

  private static boolean answers(String host) {
    Matcher parts = HOST.matcher(host);
    if (!parts.matches()) {
      return false;
    }
    try (Socket socket = new Socket()) {
      int port = Integer.parseInt(parts.group(2));
      socket.connect(new InetSocketAddress(parts.group(1), port), CONNECT_MILLIS);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * {@code local-cluster} starts without one, and fails at its first job with an error that does
   * not say why.
   */
  static void requireDistribution(String master, Map<String, String> environment) {
    if (!master.startsWith("local-cluster")) {
      return;
    }
    String home = environment.getOrDefault("SPARK_HOME", "");
    if (home.isEmpty() || !Files.isDirectory(Path.of(home, "jars"))) {
      throw new SettingsException(
          "SPARK_HOME: must name a folder with Spark's jars in jars/ for %s, got '%s'"
              .formatted(master, home));
    }
    if (!environment.containsKey(SCALA)) { // Which spark-submit sets.
      throw new SettingsException(
          SCALA + ": must be Spark's version of Scala, 2.13, for " + master + ", got ''");
    }
  }

  /** What it is, in words. */
  String description() {
    return "Apache Spark " + spark.version() + " on " + spark.master();
  }

  /** Whether it has ended. */
  boolean isStopped() {
    return spark.sc().isStopped();
  }

  /**
   * Begins a job of one task.
   *
   * @param name in Spark's pages
   */
  <T, R> CompletableFuture<R> begin(String name, T task, Function<T, R> work) {
    return begin(name, List.of(task), work).thenApply(all -> all.get(0));
  }

  /**
   * A job of a task each.
   *
   * @throws ClusterException if the cluster has ended
   */
  private <T, R> CompletableFuture<List<R>> begin(String name, List<T> tasks, Function<T, R> work) {
    try {
      spark.setJobDescription(name);
      return begin(spark.parallelize(tasks, tasks.size()).map(work));
    } catch (IllegalStateException e) {
      if (isStopped()) {
        throw new ClusterException("the cluster has ended: " + Failures.firstLine(e));
      }
      throw e;
    }
  }

  /**
   * Asks as many tasks as run side by side on the executors that are there.
   *
   * @throws ClusterException if there is no answer
   */
  <T, R> List<R> askAll(String name, T question, Function<T, R> work) {
    int tasks = Math.max(1, spark.defaultParallelism());
    try {
      return begin(name, Collections.nCopies(tasks, question), work)
          .get(FIRST_ANSWER_MINUTES, TimeUnit.MINUTES);
    } catch (TimeoutException e) {
      throw new ClusterException(
          "sgdwalk.spark.master: %s has given no task an executor within %d minutes; it must have what the study asks for (%s)"
              .formatted(spark.master(), FIRST_ANSWER_MINUTES, asked()));
    } catch (ExecutionException e) {
      throw new ClusterException(name + ": " + Failures.line(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException(name + ": interrupted");
    }
  }

  private String asked() {
    SparkConf conf = spark.getConf();
    return "%s of memory, %s cores, %s cards an executor"
        .formatted(
            conf.get("spark.executor.memory", "1g"),
            conf.get("spark.executor.cores", "its worker's"),
            conf.get("spark.executor.resource.gpu.amount", "no"));
  }

  private static <R> CompletableFuture<List<R>> begin(JavaRDD<R> job) {
    AsyncRDDActions<R> actions = new AsyncRDDActions<>(job.rdd(), job.classTag());
    return FutureConverters.<Seq<R>>asJava(actions.collectAsync())
        .toCompletableFuture()
        .thenApply(all -> List.copyOf(CollectionConverters.asJava(all)));
  }

  @Override
  public void close() {
    spark.close();
  }
}
