package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.ProbeSpec;

class EpochsCsvTest {
  private static final ProbeSpec NONE = new ProbeSpec(null, new EvaluationSpec(1));

  private static final String TEXT =
      """
      epoch,step,train_loss,train_accuracy,val_loss,val_accuracy
      0,0,2.3,0.1,2.3,0.1
      1,2,2,0.5,2.25,0.3
      """;

  @Test
  void the_files_text_is_this() {
    assertThat(EpochsCsv.format(Traces.epochs(), NONE, "epochs.csv")).isEqualTo(TEXT);
    assertThat(EpochsCsv.parse(TEXT, NONE, "epochs.csv")).isEqualTo(Traces.epochs());
  }

  private static final String SHARP =
      """
      epoch,step,train_loss,train_accuracy,val_loss,val_accuracy,spectral_norm,lambda_max,lambda_max_residual,lambda_positive,lambda_positive_residual,hessian_products,eta_lambda,hessian_trace,hessian_trace_error
      0,0,2.3,0.1,2.3,0.1,4,-4,0.01,3,0.02,12,0.3,7,0.5
      1,2,2,0.5,2.25,0.3,,,,,,,,,
      2,4,1,0.5,2,0.3,8,8,0,8,0,9,0.8,7,
      """;

  @Test
  void a_run_with_the_sharpness_probe_has_columns_for_it_empty_where_it_was_not_due() {
    assertThat(EpochsCsv.format(Traces.sharpEpochs(), Traces.WITH_SPECTRA, "epochs.csv"))
        .isEqualTo(SHARP);
    assertThat(EpochsCsv.parse(SHARP, Traces.WITH_SPECTRA, "epochs.csv"))
        .isEqualTo(Traces.sharpEpochs());
  }

  @Test
  void the_spectral_norm_is_the_magnitude_of_lambda_max_and_no_cell_is_missing() {
    String other = SHARP.replace(",4,-4,", ",5,-4,");
    String hole = SHARP.replace(",0.01,3", ",,3");

    assertThatThrownBy(() -> EpochsCsv.parse(other, Traces.WITH_SPECTRA, "epochs.csv"))
        .hasMessage(
            "epochs.csv: line 2, column spectral_norm: must be the magnitude of lambda_max, got 5.0");
    assertThatThrownBy(() -> EpochsCsv.parse(hole, Traces.WITH_SPECTRA, "epochs.csv"))
        .hasMessage("epochs.csv: line 2, column lambda_max_residual: empty; it must be a number");
    assertThatThrownBy(() -> EpochsCsv.parse(TEXT, Traces.WITH_SPECTRA, "epochs.csv"))
        .hasMessage("epochs.csv: line 1, column spectral_norm: missing");
  }

  @Test
  void epochs_ascend() {
    String repeated = TEXT.replace("\n1,2", "\n0,2");
    List<EpochRow> swapped = List.of(Traces.epochs().get(1), Traces.epochs().get(0));

    assertThatThrownBy(() -> EpochsCsv.parse(repeated, NONE, "epochs.csv"))
        .hasMessage("epochs.csv: line 3, column epoch: epochs ascend; must be above 0, got 0");
    assertThatThrownBy(() -> EpochsCsv.format(swapped, NONE, "epochs.csv"))
        .hasMessage("epochs.csv: line 3, column epoch: epochs ascend; must be above 1, got 0");
  }

  @Test
  void a_cell_that_is_no_number_is_named() {
    assertThatThrownBy(() -> EpochsCsv.parse(TEXT.replace("2.25", "good"), NONE, "epochs.csv"))
        .isInstanceOf(TraceException.class)
        .hasMessage("epochs.csv: line 3, column val_loss: 'good' is no number");
  }
}
