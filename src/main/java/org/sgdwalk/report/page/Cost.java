package org.sgdwalk.report.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.bench.BenchmarkException;
import org.sgdwalk.bench.Benchmarks;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.judge.RunsTook;

/**
 * What runs and probes cost. It is in the page and nowhere else: times differ from build to build,
 * and other files have the same bytes for the same verdicts.
 *
 * @param whole to train, judge and draw; null where nothing was trained
 * @param took what the runs of an arm of a cell took that were made; empty where none was
 * @param records scores of the benchmarks, of a machine each
 * @param last those of this machine, or null
 * @param note what is to be said of them: why there are none, or nothing
 * @param cpu model name of this machine's CPU; empty where it does not matter
 */
public record Cost(
    @Nullable Duration whole,
    BiFunction<Cell, Arm, Optional<RunsTook>> took,
    List<Benchmarks> records,
    @Nullable Benchmarks last,
    String note,
    String cpu) {
  /** Copies the list. */
  public Cost {
    records = List.copyOf(records);
  }

  /** Of traces that were saved: they have no time. */
  public static Cost ofSavedTraces() {
    return new Cost(null, (cell, arm) -> Optional.empty(), Benchmarks.records(), null, "", "");
  }

  /**
   * Of a build.
   *
   * @param jmh what the benchmarks said last, which need not be there; what is wrong with it is the
   *     note
   */
  public static Cost ofBuild(
      Duration whole, BiFunction<Cell, Arm, Optional<RunsTook>> took, String cpu, Path jmh) {
    Benchmarks last = null;
    String note = "";
    try {
      last = Files.exists(jmh) ? Benchmarks.read(jmh) : null;
    } catch (BenchmarkException e) {
      note = String.valueOf(e.getMessage());
    }
    return new Cost(whole, took, Benchmarks.records(), last, note, cpu);
  }

  /** Whether runs may have been made, so that they have times. */
  boolean timed() {
    return whole != null;
  }

  /** The record of this machine, as far as its name tells, with the kernels of the last scores. */
  Optional<Benchmarks> record() {
    return records.stream()
        .filter(of -> of.isOf(cpu) && (last == null || of.kernels().equals(last.kernels())))
        .findFirst();
  }
}
