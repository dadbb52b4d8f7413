package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.SameTables;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.disk.NewFolder;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.checkpoint.Checkpoints;
import org.sgdwalk.run.checkpoint.Keeping;
import org.sgdwalk.run.checkpoint.RunStopped;
import org.sgdwalk.run.checkpoint.StopSignal;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.TraceDirectory;
import org.sgdwalk.trace.TraceException;

@DisplayName("A run that was stopped and goes on")
class ResumeTest {
  private static final String DATA =
      "\"data\": {\"name\": \"fashion-mnist-3k\", \"train\": 60, \"validation\": 20, \"chunk\": 20";

  /** Every kind of run; 6 to 8 updates each. */
  private enum Run {
    GD(mlp("") + gd() + steps(6) + section("")),
    SGD_OVER_EPOCHS(mlp("") + sgd() + steps(8) + section("\"every\": 2, \"recheckEvery\": 2")),
    SGD_FLOAT64("\"precision\": \"float64\"," + mlp("") + sgd() + steps(6) + section("")),
    EVAL_MODE(mlp("") + sgd() + steps(6) + section("\"batchNorm\": \"eval\"")),
    RESHUFFLED(mlp("") + sgd() + steps(6) + section("\"chunks\": \"reshuffled\"")),
    AUGMENTED(mlp(", \"augmentation\": \"crop-flip\"") + sgd() + steps(6) + section("")),
    NOISE(mlp("") + noise() + steps(6) + section("")),
    SCHEDULE(
        mlp("")
            + sgd()
            + "\"schedule\": {\"kind\": \"cyclical\", \"low\": 0.5, \"high\": 2,"
            + " \"halfPeriodEpochs\": 1}, \"length\": {\"epochs\": 2},"
            + section("")),
    PHASES(
        mlp("")
            + noise()
            + steps(3)
            + "\"then\": [{"
            + sgd()
            + steps(4).replace(",", "")
            + "}, {"
            + gd()
            + steps(1).replace(",", "")
            + "}],"
            + section("")),
    SHARPNESS(
        plain()
            + sgd()
            + steps(6)
            + "\"probes\": {\"sharpness\": {\"everyEpochs\": 1, \"topK\": 2, \"maxProducts\": 6},"
            + " \"covariance\": {\"directions\": 2}}"),
    KEPT_THETA(mlp("") + sgd() + steps(6) + "\"keepTheta\": [0, 2, 6]"),
    DIVERGING(
        mlp("").replace("true", "false") + gd().replace("0.1", "1E8") + steps(8) + section("")),
    QUADRATIC(
        "\"network\": {\"kind\": \"quadratic\", \"maxDimension\": 20, \"lowest\": 0.1,"
            + " \"highest\": 0.9}, \"data\": {\"name\": \"none\", \"train\": 1,"
            + " \"validation\": 1, \"chunk\": 1}, "
            + gd().replace("0.1", "1")
            + steps(6)
            + section("")),
    DL4J(mlp("") + sgd() + steps(6) + section(""));

    private final String keys;

    Run(String keys) {
      this.keys = keys;
    }

    RunSpec spec() {
      return SpecJson.read("{" + keys + ", \"seed\": 3}");
    }

    EngineChoice engine() {
      EngineChoice standard = Engines.STANDARD;
      return this == DL4J
          ? new EngineChoice("dl4j", standard.kernels(), standard.device(), standard.arithmetic())
          : standard;
    }

    private static String mlp(String more) {
      return "\"network\": {\"kind\": \"mlp\", \"hidden\": [8], \"batchNorm\": true},"
          + DATA
          + more
          + "},";
    }

    private static String plain() {
      return mlp("").replace("true", "false");
    }

    private static String gd() {
      return "\"optimizer\": {\"kind\": \"gd\", \"learningRate\": 0.1},";
    }

    private static String sgd() {
      return "\"optimizer\": {\"kind\": \"sgd\", \"batch\": 25, \"learningRate\": 0.1},";
    }

    private static String noise() {
      return "\"optimizer\": {\"kind\": \"gd-noise\", \"learningRate\": 0.1, \"factor\": 1,"
          + " \"varianceBatch\": 20},";
    }

    private static String steps(int number) {
      return "\"length\": {\"steps\": " + number + "},";
    }

    private static String section(String keys) {
      return "\"probes\": {\"crossSection\": {" + keys + "}}";
    }
  }

  @TempDir private Path folder;

  /** Stops a run after so many updates. */
  private record StopAt(StopSignal stop, int updates, List<Integer> seen) implements Progress {
    @Override
    public void advance(long units) {
      seen.add((int) units);
      if (seen.stream().mapToInt(Integer::intValue).sum() >= updates) {
        stop.raise();
      }
    }

    @Override
    public void close() {}
  }

  private static LocalRunner runner(EngineChoice engine, int threads) {
    return new LocalRunner(new DataCatalog(null), threads, engine);
  }

  /** A run that is kept after every update, in the place of a trace that is not written. */
  private static RunResult kept(
      RunSpec spec,
      LocalRunner runner,
      Path place,
      StopSignal stop,
      List<String> said,
      Progress progress) {
    try (NewFolder folder = NewFolder.open(place)) {
      return runner.run(spec, Keeping.in(folder, Duration.ZERO, stop, said::add), progress);
    }
  }

  private static Path checkpoints(Path place) {
    return place.resolveSibling(place.getFileName() + NewFolder.PARTIAL);
  }

  /** Stopped there, then made to its end by another runner. */
  private RunResult goneOn(Run run, int at, List<String> said) {
    Path place = folder.resolve("place-" + at);
    StopSignal stop = StopSignal.byHand();
    if (at == 0) {
      stop.raise();
    }
    try {
      return kept(
          run.spec(),
          runner(run.engine(), 1),
          place,
          stop,
          said,
          new StopAt(stop, at, new ArrayList<>()));
    } catch (RunStopped e) {
      assertThat(e.updates()).isEqualTo(at);
    }
    return kept(run.spec(), runner(run.engine(), 2), place, StopSignal.NONE, said, Progress.NONE);
  }

  /** The run of GD, made to its end from what is kept. */
  private static RunResult toItsEnd(Path place, List<String> said) {
    return kept(
        Run.GD.spec(), runner(Engines.STANDARD, 1), place, StopSignal.NONE, said, Progress.NONE);
  }

  private void assertAsWhole(RunResult result) throws IOException {
    RunResult whole = runner(Engines.STANDARD, 1).run(Run.GD.spec(), Progress.NONE);
    SameTables.assertSame(written("other", result), written("whole", whole));
  }

  private Path written(String name, RunResult result) {
    Path trace = folder.resolve(name);
    TraceDirectory.write(trace, result.trace(), result.thetaFiles());
    return trace;
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void leaves_the_bytes_of_one_that_was_not_wherever_it_is_stopped(Run run) throws IOException {
    RunResult whole = runner(run.engine(), 2).run(run.spec(), Progress.NONE);
    Path expected = written("whole", whole);
    List<Integer> stops =
        IntStream.rangeClosed(0, whole.trace().steps().size())
            .filter(at -> at < run.spec().updates())
            .boxed()
            .toList();
    assertThat(stops).hasSizeGreaterThan(1);
    for (int at : stops) {
      List<String> said = new ArrayList<>();
      RunResult resumed = goneOn(run, at, said);
      assertThat(said).isEmpty();
      assertThat(resumed.trace().manifest().status()).isEqualTo(whole.trace().manifest().status());
      SameTables.assertSame(written("resumed-" + at, resumed), expected);
    }
  }

  private Path stopped(Run run) {
    Path place = folder.resolve("stopped");
    StopSignal stop = StopSignal.byHand();
    assertThatThrownBy(
            () ->
                kept(
                    run.spec(),
                    runner(run.engine(), 1),
                    place,
                    stop,
                    new ArrayList<>(),
                    new StopAt(stop, 4, new ArrayList<>())))
        .isInstanceOf(RunStopped.class);
    assertThat(Checkpoints.areIn(checkpoints(place))).isTrue();
    return place;
  }

  private static void damage(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      content[content.length / 2] ^= 1;
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void goes_back_to_the_checkpoint_before_a_damaged_one_and_says_so() throws IOException {
    Path place = stopped(Run.GD);
    damage(checkpoints(place).resolve("checkpoint-0000000004"));
    List<String> said = new ArrayList<>();
    RunResult resumed = toItsEnd(place, said);
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).contains("checkpoint-0000000004: damaged").contains("the one before");
    assertAsWhole(resumed);
  }

  /** As on a disk that is full for a while: a folder is where its second checkpoint is to be. */
  @Test
  void goes_on_without_a_checkpoint_that_cannot_be_written_and_says_so() throws IOException {
    Path place = folder.resolve("place");
    Files.createDirectories(checkpoints(place).resolve("checkpoint-0000000002.part"));
    List<String> said = new ArrayList<>();
    RunResult run = toItsEnd(place, said);
    assertThat(said).hasSize(1);
    assertThat(said.get(0))
        .contains("no checkpoint can be written")
        .endsWith("the run goes on without it");
    assertAsWhole(run);
  }

  @Test
  void says_at_a_stop_why_it_could_not_be_kept() throws IOException {
    Path place = folder.resolve("place");
    Files.createDirectories(checkpoints(place).resolve("checkpoint-0000000002.part"));
    StopSignal stop = StopSignal.byHand();
    try (NewFolder into = NewFolder.open(place)) {
      Keeping keeping = Keeping.in(into, Duration.ofHours(1), stop, line -> {});
      StopAt at = new StopAt(stop, 2, new ArrayList<>());
      assertThatThrownBy(() -> runner(Engines.STANDARD, 1).run(Run.GD.spec(), keeping, at))
          .isInstanceOfSatisfying(
              RunStopped.class,
              stopped ->
                  assertThat(stopped.notKept())
                      .contains("place.partial: no checkpoint can be written"));
    }
  }

  /** Kept at a stop alone. */
  private void stoppedAt(Path place, int updates) {
    StopSignal stop = StopSignal.byHand();
    try (NewFolder folder = NewFolder.open(place)) {
      Keeping keeping = Keeping.in(folder, Duration.ofHours(1), stop, line -> {});
      StopAt at = new StopAt(stop, updates, new ArrayList<>());
      assertThatThrownBy(() -> runner(Engines.STANDARD, 1).run(Run.GD.spec(), keeping, at))
          .isInstanceOf(RunStopped.class);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void keeps_two_that_are_whole_after_it_went_back_behind_a_damaged_one() throws IOException {
    Path place = folder.resolve("place");
    stoppedAt(place, 2);
    stoppedAt(place, 4);
    damage(checkpoints(place).resolve("checkpoint-0000000004"));
    stoppedAt(place, 3);

    assertThat(names(checkpoints(place)))
        .containsExactly("checkpoint-0000000002", "checkpoint-0000000003", "rows.jsonl");
  }

  @Test
  void writes_its_rows_again_where_they_went() throws IOException {
    Path place = folder.resolve("place");
    StopSignal stop = StopSignal.byHand();
    Path rows = checkpoints(place).resolve("rows.jsonl");
    StopAt at = new StopAt(stop, 4, new ArrayList<>());
    Progress losing =
        new Progress() {
          @Override
          public void advance(long units) {
            at.advance(units);
            if (at.seen().size() == 3) {
              damageByCutting(rows);
            }
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(
            () ->
                kept(
                    Run.GD.spec(),
                    runner(Engines.STANDARD, 1),
                    place,
                    stop,
                    new ArrayList<>(),
                    losing))
        .isInstanceOf(RunStopped.class);
    List<String> said = new ArrayList<>();
    RunResult resumed = toItsEnd(place, said);
    assertThat(said).isEmpty();
    assertAsWhole(resumed);
  }

  private static void damageByCutting(Path rows) {
    try {
      Files.write(rows, new byte[] {'{'});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void is_refused_where_no_checkpoint_is_whole() {
    Path place = stopped(Run.GD);
    damage(checkpoints(place).resolve("checkpoint-0000000003"));
    damage(checkpoints(place).resolve("checkpoint-0000000004"));
    assertRefused(Run.GD.spec(), Engines.STANDARD, place, "no checkpoint in it is whole");
  }

  @Test
  void is_refused_with_another_spec_or_engine() {
    Path place = stopped(Run.GD);
    assertRefused(Run.GD.spec().withSeed(4), Engines.STANDARD, place, "were made of another spec");
    assertRefused(Run.GD.spec(), Run.DL4J.engine(), place, "were made by another");
  }

  private static void assertRefused(RunSpec spec, EngineChoice engine, Path place, String line) {
    assertThatThrownBy(
            () ->
                kept(
                    spec,
                    runner(engine, 1),
                    place,
                    StopSignal.NONE,
                    new ArrayList<>(),
                    Progress.NONE))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining(line)
        .hasMessageContaining("remove it to begin the run anew");
  }
}
