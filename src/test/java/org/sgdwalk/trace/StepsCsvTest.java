package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsCsvTest {
  private static final String FILE = "d/steps.csv";
  private static final String ALPHA = DecimalText.format(Traces.ALPHA);
  private static final String TEXT =
      """
      step,epoch,lr,batch_loss,grad_norm,cosine,distance,param_norm,loss_a00,loss_a01,loss_a02,\
      floor,floor_a,height,barrier_height,convexity,quadratic_r2,alpha,numerical_floor
      1,1,0.1,2.3,1E-7,,1E-9,2,,,,,,,,,,,
      2,1,0.1,2.3,1E-7,-0.1,1E-9,2,3,1,2,1,0.5,1.5,0,1,1,0.4,
      """
          .replace("0.4", ALPHA);

  @Test
  void the_files_text_is_this() {
    assertThat(StepsCsv.format(Traces.rows(2), 3, FILE)).isEqualTo(TEXT);
    assertThat(StepsCsv.parse(TEXT, 3, FILE)).isEqualTo(Traces.rows(2));
  }

  @Test
  void a_file_of_before_there_was_alpha_is_read_alpha_being_nan() {
    String before =
        TEXT.replace(",alpha,", ",")
            .replace("," + ALPHA + ",", ",")
            .replace(",1E-9,2,,", ",1E-9,2,");

    assertThat(StepsCsv.parse(before, 3, FILE))
        .extracting(StepRow::crossSection)
        .satisfiesExactly(
            first -> assertThat(first).isNull(),
            second -> assertThat(second).hasFieldOrPropertyWithValue("alpha", Double.NaN));
  }

  @Test
  void a_run_without_cross_sections_has_none_of_their_columns() {
    String text = StepsCsv.format(Traces.rows(1), 0, FILE);

    assertThat(text)
        .isEqualTo(
            """
            step,epoch,lr,batch_loss,grad_norm,cosine,distance,param_norm
            1,1,0.1,2.3,1E-7,,1E-9,2
            """);
    assertThat(StepsCsv.parse(text, 0, FILE)).isEqualTo(Traces.rows(1));
  }

  @Test
  void loss_columns_go_on_past_99() {
    assertThat(StepsCsv.columns(101)).contains("loss_a00", "loss_a10", "loss_a99", "loss_a100");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cosine, | '' | line 1, column cosine: missing",
        "cosine, | cosine,more, | line 1, column more: unknown",
        "step,epoch | epoch,step | line 1: the columns must be step,epoch,lr,",
        "1E-7,-0.1 | x,-0.1 | line 3, column grad_norm: 'x' is no number",
        "1E-7,-0.1 | NaN,-0.1 | line 3, column grad_norm: 'NaN' is no number",
        "1E-7,-0.1 | ,-0.1 | line 3, column grad_norm: empty; it must be a number",
        "3,1,2,1 | 3,,2,1 | line 3, column loss_a01: empty; it must be a number",
        "1.5,0,1,1,0.4, | 1.5,0 | line 3, column convexity: missing; the row has 15 cells of 19",
        "0,1,1,0.4, | 0,1,1,0.4,,7 | line 3: 20 cells, but only 19 columns",
        "2,1,0.1 | 3,1,0.1 | line 3, column step: steps ascend by one from 1; must be 2, got 3",
        "2,1,0.1 | 2.0,1,0.1 | line 3, column step: '2.0' is no integer from 0 to 999999999",
        "2,1,0.1 | 2,-1,0.1 | line 3, column epoch: '-1' is no integer from 0 to 999999999",
        "1,1,0.1 | ~1,1,0.1 | line 2, column epoch: missing; the row has 1 cells of 19",
      })
  void what_is_wrong_is_named_by_file_line_and_column(String good, String bad, String message) {
    String corrupt =
        TEXT.replaceFirst(
            Pattern.quote(good.replace("0.4", ALPHA)),
            bad.equals("''") ? "" : bad.replace("0.4", ALPHA).replace("~", "\n"));

    assertThat(corrupt).isNotEqualTo(TEXT);
    assertThatThrownBy(() -> StepsCsv.parse(corrupt, 3, FILE))
        .isInstanceOf(TraceException.class)
        .hasMessageStartingWith(FILE + ": " + message);
  }

  @Test
  void an_empty_file_lacks_its_header() {
    assertThatThrownBy(() -> StepsCsv.parse("", 3, FILE))
        .hasMessage("d/steps.csv: empty; the first line must name the columns");
  }

  @Test
  void what_could_not_be_read_back_is_not_written() {
    StepRow nan = new StepRow(1, 1, 0.1, Double.NaN, 1, 0, 1, 1, null);
    StepRow infinite = new StepRow(1, 1, 0.1, 1, 1, 0, Double.POSITIVE_INFINITY, 1, null);
    List<StepRow> gap = Traces.rows(2).subList(1, 2);

    assertThatThrownBy(() -> StepsCsv.format(List.of(nan), 3, FILE))
        .hasMessage("d/steps.csv: line 2, column batch_loss: must be a number, got NaN");
    assertThatThrownBy(() -> StepsCsv.format(List.of(infinite), 3, FILE))
        .hasMessage("d/steps.csv: line 2, column distance: must be finite, got Infinity");
    assertThatThrownBy(() -> StepsCsv.format(gap, 3, FILE))
        .hasMessageContaining("line 2, column step: steps ascend by one from 1; must be 1, got 2");
    assertThatThrownBy(() -> StepsCsv.format(Traces.rows(2), 11, FILE))
        .hasMessage("d/steps.csv: line 3: the run has 11 losses a step, got 3");
  }
}
