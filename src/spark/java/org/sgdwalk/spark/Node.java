package org.sgdwalk.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.SparkFiles;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataException;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.data.Split;
import org.sgdwalk.disk.LockFile;
import org.sgdwalk.net.OutOfMemory;
import org.sgdwalk.run.LocalRunner;
import org.sgdwalk.run.ProvenanceCollector;
import org.sgdwalk.run.Runner;
import org.sgdwalk.run.checkpoint.ProgramSum;
import org.sgdwalk.run.checkpoint.StopSignal;
import org.sgdwalk.session.MadeRun;
import org.sgdwalk.session.RunMaker;
import org.sgdwalk.session.StoredRun;
import org.sgdwalk.session.TraceStore;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EngineChoice;

/** A process of Spark's in which tasks run. Its runners keep the data that they have read. */
final class Node {
  /** Holds a lock of the driver's while a study is begun. */
  static final String SHARED = "shared-by-a-cluster";

  /** Lies in a store that machines share: one that does not see it has another folder there. */
  static final String MARK = ".shared-by-a-cluster";

  private static final StopSignal STOP = StopSignal.ofProcess();
  private static final Map<Object, Queue<Runner>> IDLE = new ConcurrentHashMap<>();

  private Node() {}

  /** What this process is, asked for by the driver. */
  static NodeFacts facts(Map<String, String> options) {
    try {
      EngineChoice engine = Device.ofTask(settings(options).engine());
      return new NodeFacts(
          host(),
          ProgramSum.here(),
          "",
          LocalRunner.engineKey(engine),
          new LinkedHashMap<>(ProvenanceCollector.environment(Device.threads(), engine)));
    } catch (RuntimeException e) {
      return new NodeFacts(host(), ProgramSum.here(), String.valueOf(e.getMessage()), "", Map.of());
    }
  }

  /** What keeps this process from sharing the driver's store, in a line; empty if nothing does. */
  static String unshared(String root) {
    Path lock = Path.of(root, SHARED);
    if (!Files.exists(lock)) {
      return host() + " does not see the driver's store " + root;
    }
    try (LockFile taken = LockFile.tryAcquire(lock).orElse(null)) {
      return taken == null ? "" : host() + " does not see the driver's lock of " + lock;
    } catch (IOException e) {
      return host() + " cannot lock files in the store " + root + ": " + e.getMessage();
    }
  }

  /**
   * Makes the runs of a task; fewer answers than runs where a later one fails.
   *
   * @throws TaskFailure that names this machine and says what went wrong
   */
  static List<RunAnswer> answer(RunTask task) {
    try {
      requireSame(task);
      return made(task);
    } catch (RuntimeException | IOException e) {
      throw new TaskFailure(host() + ": " + e.getMessage(), e);
    } catch (OutOfMemoryError e) { // Spark would end this process, and all that it is making.
      throw new TaskFailure(
          "%s: %s; an executor's heap is spark.executor.memory"
              .formatted(host(), OutOfMemory.of(e).getMessage()),
          e);
    }
  }

  /** What keeps this process from reading the driver's data, in a line; empty if nothing does. */
  static String lacking(RunTask task) {
    DataCatalog data = catalog(settings(task.options()), task);
    for (String json : task.runs()) {
      DataSpec spec = RunTask.run(json).spec().data();
      try {
        data.load(spec.name(), Split.TRAINING, spec.classes());
      } catch (DataException e) {
        return host() + ": " + e.getMessage();
      }
    }
    return "";
  }

  /** Asked of each task too: an executor may have come after the study was begun. */
  private static void requireSame(RunTask task) {
    if (!task.program().equals(ProgramSum.here())) {
      throw new IllegalStateException(
          "has another version of the program, %s; the driver has %s"
              .formatted(ProgramSum.here(), task.program()));
    }
    String engineKey = LocalRunner.engineKey(Device.ofTask(settings(task.options()).engine()));
    if (!task.engineKey().equals(engineKey)) {
      throw new IllegalStateException(
          "computes with %s and the study with %s; a study must have one kind"
              .formatted(engineKey, task.engineKey()));
    }
    if (task.store() != null && !Files.exists(Path.of(task.store(), MARK))) {
      throw new IllegalStateException("does not see the driver's store " + task.store());
    }
  }

  private static List<RunAnswer> made(RunTask task) throws IOException {
    Settings settings = settings(task.options());
    boolean sent = task.store() == null;
    Path root = sent ? scratch() : Path.of(task.store());
    RunMaker maker =
        new RunMaker(
            new TraceStore(root, System.err::println),
            settings.checkpoints(),
            STOP,
            System.err::println);
    List<RunAnswer> answers = new ArrayList<>();
    for (String json : task.runs()) {
      StoredRun run = RunTask.run(json);
      try {
        MadeRun made = withRunner(settings, task, runner -> maker.make(run, runner));
        answers.add(RunAnswer.of(made, sent ? files(root.resolve(run.folder())) : Map.of()));
      } catch (RuntimeException | IOException e) {
        if (answers.isEmpty()) {
          throw e;
        }
        break; // What is made is not lost; the driver gives the others out again.
      }
    }
    if (sent) {
      for (String json : task.runs()) {
        PathUtils.delete(root.resolve(RunTask.run(json).folder()));
      }
    }
    return answers;
  }

  /** Work with a runner that no other task has meanwhile. */
  private interface Work {
    MadeRun with(Runner runner);
  }

  private static MadeRun withRunner(Settings settings, RunTask task, Work work) {
    EngineChoice engine = Device.ofTask(settings.engine());
    int threads = Device.threads();
    Object key = List.of(engine, threads, task.options(), task.sums());
    IDLE.keySet().retainAll(Set.of(key)); // Runners of an earlier round would keep their data.
    Queue<Runner> idle = IDLE.computeIfAbsent(key, none -> new ConcurrentLinkedQueue<>());
    Runner runner = idle.poll();
    if (runner == null) {
      runner = new LocalRunner(catalog(settings, task), threads, engine);
    }
    try {
      return work.with(runner);
    } finally {
      idle.add(runner);
    }
  }

  private static DataCatalog catalog(Settings settings, RunTask task) {
    return new DataCatalog(settings.dataPlaces(), Delivery.NONE).requiring(task.sums());
  }

  private static Settings settings(Map<String, String> options) {
    return Settings.of(Options.of(options, Map.of()));
  }

  /** Where Spark keeps this process's files, until the study ends. */
  static Path scratch() {
    return Path.of(SparkFiles.getRootDirectory(), "sgd-walk-traces").toAbsolutePath();
  }

  private static Map<String, byte[]> files(Path trace) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.list(trace)) {
      for (Path file : all.sorted().toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      throw new UncheckedIOException("this machine has no name", e);
    }
  }
}
