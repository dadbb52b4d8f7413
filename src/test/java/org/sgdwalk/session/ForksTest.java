package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.progress.Progress;
import org.sgdwalk.run.LocalRunner;
import org.sgdwalk.run.RunResult;
import org.sgdwalk.run.Runner;
import org.sgdwalk.run.checkpoint.Keeping;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Trace;

@DisplayName("Runs that share their first phase fork from its end")
class ForksTest {
  @TempDir private Path folder;

  /** Updates that were made, not taken from a trunk, by their runs. */
  private final Map<RunSpec, AtomicInteger> made = new ConcurrentHashMap<>();

  private final List<String> said = new ArrayList<>();

  /** Counts single updates; those of a checkpoint come all at once. */
  private record Counted(AtomicInteger updates) implements Progress {
    @Override
    public void advance(long units) {
      updates.addAndGet(units == 1 ? 1 : 0);
    }

    @Override
    public void close() {}
  }

  private static LocalRunner local() {
    return new LocalRunner(new DataCatalog(null), 1, Engines.STANDARD);
  }

  private Runner runner() {
    LocalRunner local = local();
    return new Runner() {
      @Override
      public Optional<String> lacks(RunSpec spec) {
        return local.lacks(spec);
      }

      @Override
      public RunResult run(RunSpec spec, Keeping keeping, Progress progress) {
        return local.run(
            spec, keeping, new Counted(made.computeIfAbsent(spec, of -> new AtomicInteger())));
      }
    };
  }

  private static List<TraceKey> keys(Arm... arms) {
    return Stream.of(arms).map(arm -> new TraceKey(ForksCell.CELL, arm, 3)).toList();
  }

  private List<Trace> fetched(Arm... arms) {
    TraceStore store = new TraceStore(folder, "abc", "engine", 1, said::add);
    try (StudyRunner study =
        new LocalStudyRunner(Engines.STANDARD, this::runner, 2, Duration.ofHours(1), said::add)) {
      TraceFetcher fetcher = new TraceFetcher(store, study);
      fetcher.fetch(keys(arms), key -> {});
      return keys(arms).stream().map(fetcher::get).toList();
    }
  }

  private int made(Arm arm) {
    return Objects.requireNonNull(made.get(ForksCell.CELL.spec(arm, 3)), arm::label).get();
  }

  private List<Path> trunks() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.getFileName().toString().startsWith("trunk-")).toList();
    }
  }

  private void assertAsAlone(List<Trace> traces) {
    for (Trace trace : traces) {
      RunSpec spec = trace.manifest().spec();
      Trace alone = local().run(spec, Progress.NONE).trace();
      assertThat(trace.steps()).isEqualTo(alone.steps());
      assertThat(trace.epochs()).isEqualTo(alone.epochs());
    }
  }

  @Test
  void and_train_it_once() throws IOException {
    List<Trace> traces =
        fetched(
            Arm.NOISE_SMALL, Arm.FORK_NOISE_LOW_RATE, Arm.FORK_GD, Arm.FORK_SGD, Arm.NOISE_LARGE);

    assertThat(made(Arm.FORK_SGD)).isEqualTo(ForksCell.TRUNK + 5);
    assertThat(made(Arm.NOISE_SMALL)).isZero();
    assertThat(made(Arm.FORK_NOISE_LOW_RATE)).isEqualTo(2);
    assertThat(made(Arm.FORK_GD)).isEqualTo(2);
    assertThat(made(Arm.NOISE_LARGE)).isEqualTo(ForksCell.TRUNK);
    assertThat(trunks()).isEmpty();
    assertThat(said).isEmpty();
    assertAsAlone(traces);
  }

  /** What is evaluated less often serves those that are evaluated no more often. */
  @Test
  void from_one_that_an_earlier_round_has_trained_where_it_has_their_evaluations()
      throws IOException {
    fetched(Arm.NOISE_SMALL);
    assertThat(made(Arm.NOISE_SMALL)).isEqualTo(ForksCell.TRUNK);
    assertThat(trunks()).hasSize(1);

    assertAsAlone(fetched(Arm.FORK_GD));
    assertAsAlone(fetched(Arm.FORK_SGD));
    assertAsAlone(fetched(Arm.FORK_NOISE_LOW_RATE));
    assertThat(List.of(made(Arm.FORK_GD), made(Arm.FORK_SGD), made(Arm.FORK_NOISE_LOW_RATE)))
        .containsExactly(2, ForksCell.TRUNK + 5, 2);
    assertThat(trunks()).isEmpty();
  }

  @Test
  void or_make_it_again_where_its_end_is_damaged() throws IOException {
    fetched(Arm.NOISE_SMALL);
    Path rows = trunks().get(0).resolve("rows.jsonl");
    Files.writeString(rows, Files.readString(rows).replaceFirst("[1-9]", "0"));

    assertAsAlone(fetched(Arm.FORK_GD));
    assertThat(made(Arm.FORK_GD)).isEqualTo(ForksCell.TRUNK + 2);
    assertThat(said).last().asString().contains("the first phase is made again");
  }

  /** As a second machine would find them that shares the store. */
  @Test
  void and_begin_anew_where_no_checkpoint_can_be_used() throws IOException {
    TraceStore store = new TraceStore(folder, "abc", "engine", 1, said::add);
    Path place = store.folder(keys(Arm.NOISE_LARGE).get(0).stored());
    Path partial = Files.createDirectories(place.resolveSibling(place.getFileName() + ".partial"));
    Files.writeString(partial.resolve("checkpoint-0000000002"), "x");

    assertAsAlone(fetched(Arm.NOISE_LARGE));
    assertThat(said).last().asString().endsWith("; the run is begun anew");
  }
}
