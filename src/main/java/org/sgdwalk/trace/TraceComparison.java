package org.sgdwalk.trace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.Precision;

/**
 * A trace beside another of the same run.
 *
 * @param sameBytes files that have the same bytes in both
 * @param sameNumbers files that have not, and yet no other number: some traces are of before there
 *     was a column
 * @param deviations numbers that differ, by file and column
 * @param provenance what of the provenance differs
 * @param tolerance the largest relative deviation that rounding may make in this precision
 */
public record TraceComparison(
    List<String> sameBytes,
    List<String> sameNumbers,
    List<Deviation> deviations,
    ProvenanceComparison provenance,
    double tolerance) {

  /** What a comparison says. */
  public enum Outcome {
    /** No number differs. */
    IDENTICAL,
    /** Something else computed, and rounding explains what differs. */
    WITHIN_TOLERANCE,
    /** It does not. */
    DIFFERENT
  }

  /** A hundred times what kernels and engines made of 60 SGD updates, docs/reliability.md. */
  private static final double FLOAT32 = 1e-4;

  private static final double FLOAT64 = 1e-10;

  private static final Comparator<Deviation> BY_STEP = Comparator.comparingInt(Deviation::step);

  /**
   * Columns that follow from others, and those that jump where others move in the last digit:
   * counts, and what rounding itself makes. Where rounding differs they are not held to tolerance.
   */
  private static final Set<String> JUMPING =
      Set.of(
          "floor",
          "floor_a",
          "height",
          "barrier_height",
          "convexity",
          "quadratic_r2",
          "alpha",
          "numerical_floor",
          "train_accuracy",
          "val_accuracy",
          "lambda_max_residual",
          "lambda_positive_residual",
          "eval_lambda_max_residual",
          "residual",
          "hessian_products");

  /** Copies the lists. */
  public TraceComparison {
    sameBytes = List.copyOf(sameBytes);
    sameNumbers = List.copyOf(sameNumbers);
    deviations = List.copyOf(deviations);
  }

  /**
   * Compares a trace on disk with one of the same spec.
   *
   * @param dir where it is
   * @param recorded as it was read from there
   * @param here the other, not on disk
   * @param thetaFiles content of the other's theta files by number of updates
   * @throws TraceException if a file cannot be read any more
   */
  public static TraceComparison of(
      Path dir, Trace recorded, Trace here, Map<Integer, byte[]> thetaFiles) {
    Map<String, byte[]> files = new TraceWriter(dir).files(here, thetaFiles);
    Manifest manifest = recorded.manifest();
    Set<String> names = new TreeSet<>(manifest.sha256().keySet());
    names.addAll(files.keySet());
    names.remove(TraceDirectory.MANIFEST);
    List<String> sameBytes = new ArrayList<>();
    List<String> sameNumbers = new ArrayList<>();
    List<Deviation> deviations = new ArrayList<>();
    for (String name : names) {
      byte[] file = files.get(name);
      if (file != null && DigestUtils.sha256Hex(file).equals(manifest.sha256().get(name))) {
        sameBytes.add(name);
        continue;
      }
      List<Deviation> found = deviations(dir, manifest, name, file);
      deviations.addAll(found);
      if (found.isEmpty()) {
        sameNumbers.add(name);
      }
    }
    return new TraceComparison(
        sameBytes,
        sameNumbers,
        deviations,
        ProvenanceComparison.of(manifest.provenance(), here.manifest().provenance()),
        manifest.spec().precision() == Precision.FLOAT32 ? FLOAT32 : FLOAT64);
  }

  private static List<Deviation> deviations(
      Path dir, Manifest manifest, String name, byte @Nullable [] here) {
    boolean table = TraceDirectory.tables(manifest).contains(name);
    int step = table ? 0 : TraceDirectory.stepOfTheta(name);
    if (here == null || !manifest.sha256().containsKey(name)) {
      String only = here == null ? "" : name;
      String was = here == null ? name : "";
      return List.of(new Deviation(name, "file", step, was, only, Double.POSITIVE_INFINITY));
    }
    byte[] was = new TraceFile(dir.resolve(name), Integer.MAX_VALUE).bytes();
    return table
        ? new TableComparison(name, text(was), text(here)).deviations()
        : new ThetaComparison(name, step, was, here).deviations();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What it says. */
  public Outcome outcome() {
    if (deviations.isEmpty()) {
      return Outcome.IDENTICAL;
    }
    return firstDifferent().isEmpty() ? Outcome.WITHIN_TOLERANCE : Outcome.DIFFERENT;
  }

  /**
   * The first number that rounding does not explain: any that differs, unless something else
   * computed.
   */
  public Optional<Deviation> firstDifferent() {
    return deviations.stream()
        .filter(of -> !provenance.roundsOtherwise() || isBeyond(of))
        .min(BY_STEP);
  }

  private boolean isBeyond(Deviation deviation) {
    return isHeld(deviation) && !(deviation.relative() <= tolerance);
  }

  private static boolean isHeld(Deviation deviation) {
    return !JUMPING.contains(deviation.column());
  }

  /**
   * Where something else computed, the largest deviation at the first step that has any: rounding
   * begins small and grows, another run does not.
   */
  public Optional<Deviation> beginning() {
    List<Deviation> held = deviations.stream().filter(TraceComparison::isHeld).toList();
    return held.stream()
        .min(BY_STEP)
        .filter(first -> provenance.roundsOtherwise())
        .flatMap(
            first ->
                held.stream()
                    .filter(of -> of.step() == first.step())
                    .max(Comparator.comparingDouble(Deviation::relative)));
  }

  /** Of each column that differs the largest deviation, with its first step. */
  public List<Deviation> largest() {
    Map<String, Deviation> largest = new LinkedHashMap<>();
    for (Deviation of : deviations) {
      largest.merge(
          of.file() + " " + of.column(), of, (a, b) -> b.relative() > a.relative() ? b : a);
    }
    return List.copyOf(largest.values());
  }
}
