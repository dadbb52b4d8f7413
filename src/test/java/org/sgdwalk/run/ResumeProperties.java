package org.sgdwalk.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.io.file.PathUtils;
import org.sgdwalk.SameTables;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.disk.NewFolder;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.checkpoint.Keeping;
import org.sgdwalk.run.checkpoint.RunStopped;
import org.sgdwalk.run.checkpoint.StopSignal;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.TraceDirectory;

@Label("A run of any kind that is stopped any number of times")
class ResumeProperties {
  private static final LocalRunner RUNNER =
      new LocalRunner(new DataCatalog(null), 1, Engines.STANDARD);

  /** Stops a run at the first of these numbers of updates that it comes to. */
  private record StopAt(StopSignal stop, SortedSet<Integer> left, AtomicInteger seen)
      implements Progress {
    @Override
    public void advance(long units) {
      int updates = seen.addAndGet((int) units);
      if (left.remove(updates)) {
        stop.raise();
      }
    }

    @Override
    public void close() {}
  }

  @Property(tries = 40)
  @Label("has the bytes of one that was not")
  void leaves_the_bytes_of_one_that_was_not(
      @ForAll("runs") RunSpec spec, @ForAll("stops") SortedSet<Integer> stops) throws IOException {
    Path folder = Files.createTempDirectory("resume");
    try {
      Path whole = written(folder.resolve("whole"), RUNNER.run(spec, Progress.NONE));
      Path parts = written(folder.resolve("parts"), inParts(spec, folder, new TreeSet<>(stops)));
      SameTables.assertSame(parts, whole);
    } finally {
      PathUtils.delete(folder);
    }
  }

  private static RunResult inParts(RunSpec spec, Path folder, SortedSet<Integer> stops) {
    while (true) {
      StopSignal stop = StopSignal.byHand();
      try (NewFolder place = NewFolder.open(folder.resolve("place"))) {
        return RUNNER.run(
            spec,
            Keeping.in(place, Duration.ofHours(1), stop, line -> {}),
            new StopAt(stop, stops, new AtomicInteger()));
      } catch (RunStopped e) {
        // Goes on in the next turn.
      }
    }
  }

  private static Path written(Path trace, RunResult result) {
    TraceDirectory.write(trace, result.trace(), result.thetaFiles());
    return trace;
  }

  @Provide
  Arbitrary<SortedSet<Integer>> stops() {
    return Arbitraries.integers().between(1, 9).set().ofMaxSize(4).map(TreeSet::new);
  }

  /** One to three phases of an MLP with or without batch norm, float32 or float64. */
  @Provide
  Arbitrary<RunSpec> runs() {
    Arbitrary<List<String>> phases = phase().list().ofMinSize(1).ofMaxSize(3);
    return Combinators.combine(
            phases,
            Arbitraries.of("true", "false"),
            Arbitraries.of("float32", "float64"),
            Arbitraries.of(
                "{}",
                "{\"crossSection\": {}}",
                "{\"crossSection\": {\"every\": 2, \"recheckEvery\": 2}}",
                "{\"crossSection\": {\"chunks\": \"reshuffled\", \"points\": 3}}",
                "{\"evaluation\": {\"everyEpochs\": 2}}",
                "{\"sharpness\": {\"everyEpochs\": 2, \"maxProducts\": 4}}"),
            Arbitraries.longs().between(0, 1000))
        .as(ResumeProperties::spec);
  }

  private static RunSpec spec(
      List<String> phases, String batchNorm, String precision, String probes, long seed) {
    String first = phases.get(0);
    String then =
        phases.stream().skip(1).map(phase -> "{" + phase + "}").collect(Collectors.joining(","));
    return SpecJson.read(
        """
        { "network": {"kind": "mlp", "hidden": [6], "batchNorm": %s},
          "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 20, "chunk": 20},
          %s, "then": [%s], "probes": %s, "precision": "%s", "seed": %d }
        """
            .formatted(batchNorm, first, then, probes, precision, seed));
  }

  private static Arbitrary<String> phase() {
    Arbitrary<String> optimizers =
        Arbitraries.of(
            "{\"kind\": \"gd\", \"learningRate\": 0.1}",
            "{\"kind\": \"sgd\", \"batch\": 25, \"learningRate\": 0.1}",
            "{\"kind\": \"sgd\", \"batch\": 20, \"learningRate\": 0.05, \"weightDecay\": 0.01}",
            "{\"kind\": \"gd-noise\", \"learningRate\": 0.1, \"factor\": 1, \"varianceBatch\": 20}");
    return Combinators.combine(optimizers, Arbitraries.integers().between(2, 5))
        .as(
            (optimizer, steps) ->
                "\"optimizer\": " + optimizer + ", \"length\": {\"steps\": " + steps + "}");
  }
}
