package org.sgdwalk.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Observation;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.claim.Section;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.RecordMatch;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.CrossSectionRow;
import org.sgdwalk.trace.EpochRow;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

/** Traces and verdicts to draw: smooth numbers, no training. */
public final class SyntheticWalks {
  public static final Cell CELL = Catalog.cells(Scale.CI).get(0);
  public static final long SEED = 7;

  private SyntheticWalks() {}

  public static SeedTraces seed(Arm... arms) {
    Map<Arm, Trace> traces = new EnumMap<>(Arm.class);
    for (Arm arm : arms) {
      traces.put(arm, trace(arm));
    }
    return new SeedTraces(SEED, CELL, traces);
  }

  /** In the first cell that has the arm. */
  private static RunSpec spec(Arm arm) {
    return Catalog.cells(Scale.CI).stream()
        .filter(cell -> cell.has(Set.of(arm)))
        .findFirst()
        .orElseThrow()
        .spec(arm, SEED);
  }

  public static Trace trace(Arm arm) {
    RunSpec spec = spec(arm);
    return trace(spec, spec.updates(), new Status.Complete());
  }

  public static SeedTraces divergedAtOnce(Arm arm) {
    return new SeedTraces(SEED, CELL, Map.of(arm, trace(spec(arm), 0, new Status.Diverged(1))));
  }

  public static Verdict verdict(String id, Outcome outcome, double... effects) {
    ClaimCard card =
        ClaimCard.of(id, Section.TRAJECTORY, "It falls & rises", List.of("1"))
            .statistic("a mean")
            .criterion("mean < 0")
            .because("why")
            .found("It was & is")
            .laterWork("");
    List<SeedOutcome> seeds = new ArrayList<>();
    for (double effect : effects) {
      seeds.add(new SeedOutcome(seeds.size() + 1, effect, effect < 0, true, "note, \"quoted\""));
    }
    Claim claim = Claim.law(card, 0, Set.of(Arm.GD), traces -> Observation.of(0, true));
    return new Verdict(claim, CELL.id(), outcome, "it does", List.of(), seeds, 0);
  }

  /** A verdict of a claim of the catalog, without a record. */
  public static Judged judged(Verdict verdict) {
    Claim claim = Claims.find(verdict.claim().id()).orElseThrow();
    RecordMatch none = new RecordMatch(RecordMatch.Kind.NO_RECORD, "no record");
    return new Judged(new Case(claim, CELL), verdict, none, null);
  }

  private static Trace trace(RunSpec spec, int updates, Status status) {
    List<StepRow> steps = IntStream.rangeClosed(1, updates).mapToObj(s -> step(spec, s)).toList();
    List<EpochRow> epochs =
        IntStream.rangeClosed(0, updates / spec.updatesPerEpoch())
            .mapToObj(e -> new EpochRow(e, e * spec.updatesPerEpoch(), 2.0 / (e + 1), 0.5, 1, 0.6))
            .toList();
    Provenance.DataProvenance data =
        new Provenance.DataProvenance(
            "synthetic", Map.of(), "0-1", "2-3", List.of(0.0), List.of(1.0));
    Provenance provenance =
        new Provenance(data, "17", "os", "cpu", "torch", "none", Map.of(), 1, "abc");
    return new Trace(new Manifest(spec, status, provenance, Map.of()), steps, epochs);
  }

  /** Every third update is not probed. */
  private static StepRow step(RunSpec spec, int step) {
    int epoch = 1 + (step - 1) / spec.updatesPerEpoch();
    double level = 2.0 / step;
    CrossSectionRow section =
        new CrossSectionRow(
            List.of(level * 1.5, level, level * 1.2), level, 0.5, level * 0.35, 0, 1, 1, 0.4, 1e-6);
    return new StepRow(
        step,
        epoch,
        spec.optimizer().learningRate(),
        level,
        1,
        step == 1 ? Double.NaN : Math.sin(step),
        Math.sqrt(step),
        10,
        step % 3 == 0 ? null : section);
  }
}
