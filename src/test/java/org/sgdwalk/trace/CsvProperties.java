package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvProperties {

  @Provide
  Arbitrary<List<StepRow>> steps() {
    return Traces.stepRows();
  }

  @Provide
  Arbitrary<EpochRow> epochs() {
    Arbitrary<Double> any = Traces.numbersOrNaN();
    return Combinators.combine(any, any, any, any)
        .as((a, b, c, d) -> new EpochRow(3, 9, a, b, c, d));
  }

  @Property(tries = 300)
  void steps_read_back_are_the_steps_written(@ForAll("steps") List<StepRow> rows) {
    String text = StepsCsv.format(rows, Traces.POINTS, "steps.csv");

    assertThat(StepsCsv.parse(text, Traces.POINTS, "steps.csv")).isEqualTo(rows);
  }

  @Property(tries = 300)
  void epochs_read_back_are_the_epochs_written(@ForAll("epochs") EpochRow row) {
    String text = EpochsCsv.format(List.of(row), "epochs.csv");

    assertThat(EpochsCsv.parse(text, "epochs.csv")).containsExactly(row);
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
