package org.sgdwalk.session;

import static java.util.Comparator.comparing;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.data.PublishedSets;
import org.sgdwalk.data.Split;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.RecordMatch;
import org.sgdwalk.judge.RunsTook;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.judge.VerdictRecord;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.progress.RoundsProgress;
import org.sgdwalk.run.ProvenanceCollector;
import org.sgdwalk.sensitivity.Variant;
import org.sgdwalk.settings.SeedRange;
import org.sgdwalk.settings.Settings;

/** Makes the runs that the selected claims need and judges them. */
public final class ClaimSession implements AutoCloseable {
  private final Settings settings;
  private final Selection selection;
  private final SeedRange seeds;
  private final DataCatalog data;
  private final TraceFetcher traces;
  private final StudyRunner runner;

  /**
   * A session.
   *
   * @param store where traces are kept
   */
  public ClaimSession(Settings settings, Path store) {
    this(settings, store, StudyRunners.open(settings, System.err::println));
  }

  /** A session whose runs are made by a runner that it closes. */
  ClaimSession(Settings settings, Path store, StudyRunner runner) {
    this.settings = settings;
    this.selection = new Selection(settings);
    this.seeds = selection.seeds();
    // No download: a build must not fetch 170 MB unasked.
    this.data = new DataCatalog(settings.dataPlaces(), Delivery.NONE);
    this.runner = runner;
    this.traces =
        new TraceFetcher(
            new TraceStore(
                store,
                ProvenanceCollector.revision(),
                runner.engineKey(),
                System.currentTimeMillis(),
                System.err::println),
            runner);
  }

  /** The selected cells of the scale. */
  public List<Cell> cells() {
    return selection.cells();
  }

  /** The selected claims of a cell. */
  public List<Claim> claims(Cell cell) {
    return selection.claims(cell);
  }

  /** The seeds that may be used. */
  public SeedRange seeds() {
    return seeds;
  }

  /** Makes, side by side, all runs that it takes to judge the selected claims. */
  public void prepare() {
    decide(
        "training",
        cells().stream()
            .flatMap(cell -> claims(cell).stream().map(claim -> new Case(claim, cell)))
            .filter(of -> hindrance(of).isEmpty())
            .map(of -> new Judgement(of.claim(), runs(of.cell())))
            .toList());
  }

  /** Judges a claim in a cell, making the runs that are not there. */
  public Verdict judge(Claim claim, Cell cell) {
    Optional<String> hindrance = hindrance(new Case(claim, cell));
    if (hindrance.isPresent()) {
      return Verdict.notRun(claim, cell.id(), hindrance.get());
    }
    Judgement judgement = new Judgement(claim, runs(cell));
    decide(claim.id() + " " + cell.id(), List.of(judgement));
    return judgement.verdict();
  }

  /** What is to be judged: by section of the paper, then claims in its order, then cells. */
  public List<Case> cases() {
    return cells().stream()
        .flatMap(cell -> claims(cell).stream().map(claim -> new Case(claim, cell)))
        .sorted(
            comparing((Case of) -> of.claim().card().section())
                .thenComparing(of -> Claims.all().indexOf(of.claim())))
        .toList();
  }

  /**
   * Judges a case, making the runs that are not there, and compares the verdict with the record of
   * the scale, which is of the scale's own seeds.
   */
  public Judged judge(Case of, VerdictRecord record) {
    Verdict verdict = judge(of.claim(), of.cell());
    RecordMatch match =
        settings.seeds() == null
            ? record.compare(verdict, runner.engineKey())
            : new RecordMatch(RecordMatch.Kind.NOT_COMPARED, "judged on chosen seeds");
    return new Judged(of, verdict, match, example(of, verdict), judgedSeeds(of, verdict));
  }

  private List<SeedTraces> judgedSeeds(Case of, Verdict verdict) {
    return IntStream.range(0, verdict.seeds().size())
        .mapToObj(k -> runs(of.cell()).made(of.claim().arms(), k))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The median seed, with GD and SGD beside the claim's arms where they were run. */
  private @Nullable SeedTraces example(Case of, Verdict verdict) {
    if (verdict.outcome() == Outcome.NOT_RUN) {
      return null;
    }
    long median = verdict.medianSeed().orElse(seeds.at(0));
    int k =
        IntStream.range(0, verdict.seeds().size())
            .filter(i -> verdict.seeds().get(i).seed() == median)
            .findFirst()
            .orElse(0);
    Set<Arm> shown = of.shownArms();
    shown.removeIf(arm -> !of.claim().arms().contains(arm) && !isMade(of.cell(), arm, k));
    return runs(of.cell()).made(shown, k).orElse(null);
  }

  /** No figure is worth a run. */
  private boolean isMade(Cell cell, Arm arm, int k) {
    return runs(cell).made(Set.of(arm), k).isPresent();
  }

  /** The traces of the k-th seed, k from 0, made where they are not there; empty beyond the cap. */
  public Optional<SeedTraces> seedTraces(Cell cell, Set<Arm> arms, int k) {
    CellRuns runs = runs(cell);
    if (k < runs.cap()) {
      traces.fetch(runs.keys(arms, k), made -> {});
    }
    return runs.made(arms, k);
  }

  /** The seeds, in order, for which an arm was run; runs nothing. */
  public List<SeedTraces> made(Cell cell, Arm arm) {
    return runs(cell).madeOwn(arm);
  }

  /** Where the trace of a run is or would be. */
  public Path folder(Cell cell, Arm arm, long seed) {
    return traces.folder(new TraceKey(cell, arm, seed));
  }

  /** What the runs took that a verdict rests on and this session made; empty where it made none. */
  public Optional<RunsTook> took(Judged judged) {
    CellRuns runs = runs(judged.of().cell());
    return traces
        .times()
        .of(
            IntStream.range(0, judged.verdict().seeds().size())
                .boxed()
                .flatMap(k -> runs.keys(judged.of().claim().arms(), k).stream())
                .toList());
  }

  /** What the runs of an arm of a cell took that this session made; empty where it made none. */
  public Optional<RunsTook> took(Cell cell, Arm arm) {
    CellRuns runs = runs(cell);
    return traces
        .times()
        .of(
            IntStream.range(0, runs.cap())
                .boxed()
                .flatMap(k -> runs.keys(Set.of(arm), k).stream())
                .toList());
  }

  /** Where the runs are made, for a report's head; in the order to be shown. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    if (settings.seeds() != null) {
      environment.put("again with", repeat());
    }
    environment.putAll(runner.environment());
    return environment;
  }

  /** The runs that were given up, a line each that names the run and the cause. */
  public List<String> failures() {
    return traces.failures();
  }

  /** What gives these seeds again, fresh ones too. */
  public String repeat() {
    return "-Dsgdwalk.seeds=" + seeds;
  }

  @Override
  public void close() {
    runner.close();
  }

  /** The runs of a cell under a variant. */
  CellRuns runs(Cell cell, Variant variant) {
    return CellRuns.of(cell, variant, seeds, traces);
  }

  /** Makes the runs that it takes to decide these. */
  void decide(String task, Collection<Judgement> judgements) {
    try (RoundsProgress progress = RoundsProgress.of(task, "runs")) {
      decide(progress, judgements);
    }
  }

  /** The same, and tells how far it is. */
  void decide(RoundsProgress progress, Collection<Judgement> judgements) {
    new Rounds(traces).decide(progress, judgements);
  }

  /** The runs of a cell. */
  CellRuns runs(Cell cell) {
    return CellRuns.of(cell, seeds, traces);
  }

  /** Why a claim cannot be judged in a cell here: its data are missing, or the engine lacks. */
  private Optional<String> hindrance(Case of) {
    return missingData(of.cell())
        .or(
            () ->
                of.claim().arms().stream()
                    .flatMap(arm -> lack(of.cell(), arm).stream())
                    .findFirst());
  }

  private Optional<String> missingData(Cell cell) {
    return cell.data()
        .filter(name -> !data.isAvailable(name))
        .map(name -> settings.dataPlaces().missing(PublishedSets.named(name), Split.TRAINING));
  }

  /** What the engine cannot do that a run of a cell asks for. */
  private Optional<String> lack(Cell cell, Arm arm) {
    return runner.lacks(cell.spec(arm, seeds.at(0)));
  }
}
