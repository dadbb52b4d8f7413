package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.sgdwalk.table.PaperRow;
import org.sgdwalk.table.PaperTable;
import org.sgdwalk.table.PaperValue;

class PaperTablesTest {

  @Test
  void sets_ours_beside_the_papers_and_leaves_open_what_was_not_run() {
    PaperValue said = new PaperValue("vgg11", "cifar-10", OptionalDouble.of(0.1), 1, 0.0625);
    PaperValue unsaid = new PaperValue("mlp", "mnist", OptionalDouble.empty(), 25, 5);

    String page =
        PaperTables.markdown(
            Map.of(
                PaperTable.HEIGHTS,
                List.of(new PaperRow(said, List.of(0.06, 0.07)), new PaperRow(unsaid, List.of()))));

    assertThat(page)
        .startsWith("## The paper's tables\n")
        .contains("### Table 2: mean height in an epoch (nats)\n")
        .contains(
            """
            | network | data     | LR  | epoch | paper  | ours  | seeds |
            | ------- | -------- | --- | ----- | ------ | ----- | ----- |
            | vgg11   | cifar-10 | 0.1 | 1     | 0.0625 | 0.065 | 2     |
            | mlp     | mnist    | -   | 25    | 5      | -     | 0     |
            """);
  }
}
