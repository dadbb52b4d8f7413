package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EpochsCsvTest {
  private static final String TEXT =
      """
      epoch,step,train_loss,train_accuracy,val_loss,val_accuracy
      0,0,2.3,0.1,2.3,0.1
      1,2,2,0.5,2.25,0.3
      """;

  @Test
  @DisplayName("the file's text is this")
  void golden() {
    assertThat(EpochsCsv.format(Traces.epochs(), "epochs.csv")).isEqualTo(TEXT);
    assertThat(EpochsCsv.parse(TEXT, "epochs.csv")).isEqualTo(Traces.epochs());
  }

  @Test
  @DisplayName("epochs ascend")
  void order() {
    String repeated = TEXT.replace("\n1,2", "\n0,2");
    List<EpochRow> swapped = List.of(Traces.epochs().get(1), Traces.epochs().get(0));

    assertThatThrownBy(() -> EpochsCsv.parse(repeated, "epochs.csv"))
        .hasMessage("epochs.csv: line 3, column epoch: epochs ascend; must be above 0, got 0");
    assertThatThrownBy(() -> EpochsCsv.format(swapped, "epochs.csv"))
        .hasMessage("epochs.csv: line 3, column epoch: epochs ascend; must be above 1, got 0");
  }

  @Test
  @DisplayName("a cell that is no number is named")
  void noNumber() {
    assertThatThrownBy(() -> EpochsCsv.parse(TEXT.replace("2.25", "good"), "epochs.csv"))
        .isInstanceOf(TraceException.class)
        .hasMessage("epochs.csv: line 3, column val_loss: 'good' is no number");
  }
}
