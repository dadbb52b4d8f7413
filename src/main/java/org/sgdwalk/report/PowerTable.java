package org.sgdwalk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sgdwalk.stats.OperatingCharacteristic;
import org.sgdwalk.stats.SequentialTest;

/**
 * How large an effect a sequential test misses: for how often a claim holds, the chance of each
 * verdict and the seeds it takes, by the most seeds that may be used.
 */
public final class PowerTable {
  private static final double[] PROBABILITIES = {
    0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1
  };

  private PowerTable() {}

  /**
   * The table in Markdown. A cell reads SUPPORTED / REFUTED / INCONCLUSIVE in percent, then the
   * expected number of seeds.
   *
   * @param caps the most seeds, a column each
   */
  public static String markdown(SequentialTest test, List<Integer> caps) {
    List<String> heads = new ArrayList<>(List.of("P(holds)", "distance"));
    caps.forEach(cap -> heads.add("at most " + cap + " seeds"));
    MarkdownTable table = new MarkdownTable(heads);
    for (double probability : PROBABILITIES) {
      List<String> row = new ArrayList<>();
      row.add(String.format(Locale.ROOT, "%.2f", probability));
      row.add(distance(probability));
      for (int cap : caps) {
        row.add(cell(OperatingCharacteristic.of(test, probability, cap)));
      }
      table.row(row);
    }
    return table.text();
  }

  private static String distance(double probability) {
    double distance = OperatingCharacteristic.normalDistance(probability);
    return Double.isInfinite(distance) ? "any" : String.format(Locale.ROOT, "%.2f", distance);
  }

  private static String cell(OperatingCharacteristic of) {
    return String.format(
        Locale.ROOT,
        "%.1f / %.1f / %.1f; %.1f",
        100 * of.acceptsH1(),
        100 * of.acceptsH0(),
        100 * of.undecided(),
        of.meanBits());
  }
}
