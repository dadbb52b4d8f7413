package org.sgdwalk.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.WrittenDoc;
import org.sgdwalk.report.MarkdownTable;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.words.Treatment;

/** The tables of {@code docs/gpu-runner.md} are those of the plans. */
class DeviceCostDocTest {
  /** Multiplications and additions a second that an H100 is assumed to sustain in float32. */
  private static final double ASSUMED = 35e12;

  private static final double HOUR = 3600;

  @ParameterizedTest
  @ValueSource(strings = {"paper", "paper-lite"})
  void has_the_arithmetic_of_each_network(String scale) throws IOException {
    Plan plan = Plan.of(Settings.of(Options.of(Map.of("sgdwalk.scale", scale), Map.of())));
    int seeds = plan.seeds().cap();
    MarkdownTable table =
        new MarkdownTable(
            List.of(
                "cell",
                "network",
                "FLOP a seed",
                "FLOP, " + seeds + " seeds",
                "of all",
                "hours at 35 TFLOP/s",
                "a device's memory"));
    double all = plan.cells().stream().mapToDouble(PlannedCell::operationsOfSeed).sum();
    for (PlannedCell cell : plan.cells()) {
      if (cell.operationsOfSeed() > 0) {
        table.row(
            List.of(
                "`" + cell.cell().id() + "`",
                Treatment.network(cell.runs().get(0).spec().network()),
                format("%.2e", cell.operationsOfSeed()),
                format("%.2e", cell.operationsOfSeed() * seeds),
                format("%.1f %%", 100 * cell.operationsOfSeed() / all),
                format("%.1f", cell.operationsOfSeed() * seeds / ASSUMED / HOUR),
                format("%.1f GB", cell.deviceMemory() / 1e9)));
      }
    }
    table.row(
        List.of(
            "all",
            "",
            format("%.2e", all),
            format("%.2e", all * seeds),
            "100 %",
            format("%.1f", all * seeds / ASSUMED / HOUR),
            ""));
    WrittenDoc.holds(Path.of("docs", "gpu-runner.md"), "DeviceCostDocTest: " + scale, table.text());
  }

  private static String format(String how, double value) {
    return String.format(Locale.ROOT, how, value);
  }
}
