package org.sgdwalk.report.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.Detectable;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Replication;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.stats.MedianInterval;
import org.sgdwalk.stats.ProportionInterval;
import org.sgdwalk.words.Digits;

/**
 * A verdict as the page shows it, all of it in words.
 *
 * @param id where it stands in the page
 * @param judged the verdict
 * @param median the median effect, or empty
 * @param interval its interval, or empty
 * @param level what the interval covers, or empty
 * @param seeds how many seeds are as claimed of those that count, or empty
 * @param often how often that is, or empty
 * @param again how likely fresh seeds say the same, or empty
 * @param againInterval what of that is plausible, or empty
 * @param unsteady whether something is shown and fresh seeds may well say something else
 * @param detectable the least that the seeds show
 * @param runs what was run for it
 * @param traces the runs of the seed that its figures show
 * @param path how the test went, or null
 * @param dots the effects by seed, or null
 * @param figures figures of it
 * @param walks walks of its arms that the page shows update by update
 * @param folder where its files are beside the page, or empty
 */
record JudgementView(
    String id,
    Judged judged,
    String median,
    String interval,
    String level,
    String seeds,
    String often,
    String again,
    String againInterval,
    boolean unsteady,
    String detectable,
    String runs,
    List<Link> traces,
    @Nullable PathView path,
    @Nullable DotsView dots,
    List<PageFigure> figures,
    List<WalkView> walks,
    String folder) {

  private static final double STEADY = 0.5;

  static JudgementView of(
      Judged judged,
      String place,
      List<PageFigure> figures,
      List<WalkView> walks,
      TraceAddresses traces) {
    Verdict verdict = judged.verdict();
    Stopping stopping = Catalog.stopping(judged.of().cell().scale());
    Optional<MedianInterval> effect = verdict.effect();
    Optional<Replication> again = Replication.of(verdict, stopping);
    return new JudgementView(
        id(judged.of()),
        judged,
        effect.map(e -> Digits.three(e.median())).orElse(""),
        effect.map(e -> interval(Digits.three(e.low()), Digits.three(e.high()))).orElse(""),
        effect.map(e -> Digits.percent(e.level())).orElse(""),
        verdict.counted() == 0 ? "" : verdict.holds() + "/" + verdict.counted(),
        often(verdict),
        again.map(a -> Digits.of(a.probability(), 2)).orElse(""),
        again.map(a -> interval(Digits.of(a.low(), 2), Digits.of(a.high(), 2))).orElse(""),
        verdict.outcome().isDecided() && again.filter(a -> a.probability() < STEADY).isPresent(),
        verdict.outcome() == Outcome.NOT_RUN ? "" : Detectable.sentence(verdict, stopping),
        runs(judged),
        traces(judged, traces),
        verdict.outcome() == Outcome.NOT_TESTABLE
            ? null
            : PathView.of(verdict, stopping).orElse(null),
        DotsView.of(verdict).orElse(null),
        figures,
        walks,
        verdict.seeds().isEmpty() ? "" : place);
  }

  static String id(Case of) {
    return String.join("-", of.cell().scale().key(), of.claim().id(), of.cell().folder());
  }

  /** Where its claim stands in the page. */
  String claimId() {
    return scaleId() + "-" + judged.of().claim().id();
  }

  /** Where its matrix stands in the page. */
  String scaleId() {
    return judged.of().cell().scale().key();
  }

  /** Where one of its figures stands in the page. */
  String figureId(PageFigure figure) {
    return id + "-" + (figures.indexOf(figure) + 1);
  }

  /** Whether its numbers say something of the claim: not where the cell cannot show it. */
  boolean isTested() {
    return outcome() != Outcome.NOT_TESTABLE;
  }

  Verdict verdict() {
    return judged.verdict();
  }

  Outcome outcome() {
    return judged.verdict().outcome();
  }

  String style() {
    return OutcomeView.style(outcome());
  }

  String word() {
    return OutcomeView.word(outcome());
  }

  String cell() {
    return judged.verdict().cell();
  }

  String family() {
    return CellView.family(judged.of().cell());
  }

  List<SeedView> seedRows() {
    return verdict().seeds().stream().map(SeedView::of).toList();
  }

  /** Those of which there are files. */
  private static List<Link> traces(Judged judged, TraceAddresses addresses) {
    SeedTraces shown = judged.example();
    return shown == null
        ? List.of()
        : shown.traces().keySet().stream()
            .map(arm -> new Link(arm.label(), addresses.of(shown.cell(), arm, shown.seed())))
            .filter(link -> !link.address().isEmpty())
            .toList();
  }

  private static String interval(String low, String high) {
    return "[" + low + ", " + high + "]";
  }

  private static String often(Verdict verdict) {
    if (verdict.counted() == 0) {
      return "";
    }
    ProportionInterval often =
        ProportionInterval.of(verdict.holds(), verdict.counted(), Verdict.LEVEL);
    return interval(Digits.of(often.low(), 2), Digits.of(often.high(), 2));
  }

  private static String runs(Judged judged) {
    int seeds = judged.verdict().seeds().size();
    int arms = judged.of().claim().arms().size();
    return seeds == 0
        ? ""
        : "%d, with each of %d %s: %s"
            .formatted(
                seeds * arms,
                seeds,
                seeds == 1 ? "seed" : "seeds",
                String.join(
                    "; ", judged.of().claim().arms().stream().map(Arm::label).sorted().toList()));
  }
}
