package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sgdwalk.spec.CovarianceSpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.SharpnessSpec;

class CsvProperties {
  private static final ProbeSpec EVERYTHING =
      new ProbeSpec(
          null,
          new EvaluationSpec(1),
          SharpnessSpec.atEpochs(List.of(3), 1, 80, true),
          CovarianceSpec.withDefaults());

  @Provide
  Arbitrary<List<StepRow>> steps() {
    return Traces.stepRows();
  }

  @Provide
  Arbitrary<EpochRow> epochs() {
    Arbitrary<Double> any = Traces.numbersOrNaN();
    return Combinators.combine(
            any, any, any, any, sharpness().injectNull(0.3), covariances().injectNull(0.3))
        .as((a, b, c, d, sharpness, noise) -> new EpochRow(3, 9, a, b, c, d, sharpness, noise));
  }

  private static Arbitrary<SharpnessRow> sharpness() {
    Arbitrary<Double> number = Traces.numbers();
    return Combinators.combine(
            number,
            number,
            Traces.numbersOrNaN().list().ofSize(7),
            Arbitraries.integers().between(0, 999_999_999))
        .as(
            (lambda, residual, x, products) ->
                new SharpnessRow(
                    lambda, residual, x.get(0), x.get(1), products, x.get(2), x.get(3), x.get(4),
                    x.get(5), x.get(6)));
  }

  private static Arbitrary<CovarianceRow> covariances() {
    Arbitrary<Double> number = Traces.numbers();
    Arbitrary<Double> any = Traces.numbersOrNaN();
    return Combinators.combine(number, number, number, any, any, any).as(CovarianceRow::new);
  }

  @Provide
  Arbitrary<List<SpectrumRow>> spectra() {
    Arbitrary<Integer> count = Arbitraries.integers().between(0, 999_999_999);
    Arbitrary<Double> number = Traces.numbers();
    Arbitrary<Double> any = Traces.numbersOrNaN();
    return Combinators.combine(count, count, number, number, Arbitraries.of(true, false), any)
        .as(
            (epoch, step, value, other, isEigenvalue, along) ->
                isEigenvalue
                    ? new SpectrumRow(epoch, step, value, other, Double.NaN, Math.abs(along))
                    : new SpectrumRow(epoch, step, value, Double.NaN, other))
        .list()
        .ofMaxSize(5);
  }

  @Property(tries = 300)
  void spectra_read_back_are_the_spectra_written(@ForAll("spectra") List<SpectrumRow> rows) {
    assertThat(SpectraCsv.parse(SpectraCsv.format(rows, true, "spectra.csv"), "spectra.csv"))
        .isEqualTo(rows);
  }

  @Property(tries = 300)
  void steps_read_back_are_the_steps_written(@ForAll("steps") List<StepRow> rows) {
    String text = StepsCsv.format(rows, Traces.POINTS, "steps.csv");

    assertThat(StepsCsv.parse(text, Traces.POINTS, "steps.csv")).isEqualTo(rows);
  }

  @Property(tries = 300)
  void epochs_read_back_are_the_epochs_written(@ForAll("epochs") EpochRow row) {
    String text = EpochsCsv.format(List.of(row), EVERYTHING, "epochs.csv");

    assertThat(EpochsCsv.parse(text, EVERYTHING, "epochs.csv")).containsExactly(row);
  }

  @Property(tries = 300)
  void every_line_has_a_cell_a_column_and_ends_with_a_newline_alone(
      @ForAll("steps") List<StepRow> rows) {
    String text = StepsCsv.format(rows, Traces.POINTS, "steps.csv");

    assertThat(text).endsWith("\n").doesNotContain("\r").doesNotContain("\"");
    assertThat(text.lines())
        .hasSize(rows.size() + 1)
        .allMatch(
            line ->
                line.chars().filter(c -> c == ',').count()
                    == StepsCsv.columns(Traces.POINTS).size() - 1);
  }
}
