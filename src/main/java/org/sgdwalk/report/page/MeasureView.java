package org.sgdwalk.report.page;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.bench.Benchmarks;
import org.sgdwalk.bench.Change;
import org.sgdwalk.bench.Measure;
import org.sgdwalk.bench.Measured;
import org.sgdwalk.bench.Score;
import org.sgdwalk.words.Digits;

/**
 * A score of a network, perhaps beside another.
 *
 * @param measure what it is of
 * @param score the score
 * @param other the one beside it
 * @param ratio how many times the first the other is; a dash where that says nothing
 * @param says whether that is more than noise; a dash where one of both is not there
 */
record MeasureView(Measure measure, Shown score, Shown other, String ratio, String says) {
  /** From here on a score has no digits behind the point. */
  private static final double LARGE = 100;

  /**
   * A score in words, a dash for what there is not.
   *
   * @param value with its error
   * @param gigaflops in GFLOP/s
   * @param share of the machine's peak
   */
  record Shown(String value, String gigaflops, String share) {
    private static final Shown NOTHING = new Shown(CostView.NONE, CostView.NONE, CostView.NONE);

    private static Shown of(Benchmarks scores, Measured measured) {
      return new Shown(
          MeasureView.value(measured.score()),
          number("%.0f", measured.gigaflops()),
          number("%.0f %%", 100 * scores.share(measured)));
    }
  }

  static MeasureView of(
      String network, Measure measure, Benchmarks scores, @Nullable Benchmarks others) {
    Optional<Measured> first = scores.of(network, measure);
    Optional<Measured> second =
        Optional.ofNullable(others).flatMap(beside -> beside.of(network, measure));
    Shown other =
        others == null
            ? Shown.NOTHING
            : second.map(found -> Shown.of(others, found)).orElse(Shown.NOTHING);
    return new MeasureView(
        measure,
        first.map(found -> Shown.of(scores, found)).orElse(Shown.NOTHING),
        other,
        first
            .filter(found -> measure.kind() != Measure.Kind.ADDED)
            .flatMap(a -> second.map(b -> Digits.three(b.score().value() / a.score().value())))
            .orElse(CostView.NONE),
        first
            .flatMap(a -> second.map(b -> Change.of(measure.kind(), a.score(), b.score()).words()))
            .orElse(CostView.NONE));
  }

  /** For example {@code 8,260 ± 3,619}. */
  private static String value(Score score) {
    return number(score.value())
        + (score.hasError() ? " ± " + number(score.error()) : ", no error measured");
  }

  private static String number(double x) {
    return Math.abs(x) < LARGE ? Digits.three(x) : number("%,.0f", x);
  }

  private static String number(String format, double x) {
    return Double.isNaN(x) ? CostView.NONE : String.format(Locale.ROOT, format, x);
  }
}
