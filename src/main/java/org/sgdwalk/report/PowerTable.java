package org.sgdwalk.report;

import java.util.List;
import java.util.Locale;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.judge.WordChances;
import org.sgdwalk.stats.OperatingCharacteristic;

/** How large an effect a judgement misses: the chance of each word, by how large it is. */
public final class PowerTable {
  private static final double[] PROBABILITIES = {
    0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1
  };
  private static final double[] DISTANCES = {-1.2, -0.6, 0, 0.2, 0.4, 0.6, 0.8, 0.9, 1, 1.2, 1.6};

  private PowerTable() {}

  /** Both tables in Markdown, with what they say. */
  public static String markdown(Stopping stopping) {
    return "Laws: were one to hold with this probability for a seed, in percent and exact, and the"
        + " expected number of seeds.\n`distance` is that of a normal effect's mean from the"
        + " threshold, in its standard deviations over seeds.\n\n"
        + laws(stopping)
        + "\nAverages: were normal effects to lie so many of their standard deviations over seeds"
        + " beyond the\ncriterion, which is none itself, in percent of "
        + WordChances.SIMULATIONS
        + " simulations; no margin is so\nwide that NO_EFFECT could be shown here.\n\n"
        + averages(stopping);
  }

  private static String laws(Stopping stopping) {
    MarkdownTable table =
        new MarkdownTable(
            List.of("P(holds)", "distance", "SUPPORTED", "NOT_MET", "INCONCLUSIVE", "seeds"));
    for (double probability : PROBABILITIES) {
      OperatingCharacteristic of =
          OperatingCharacteristic.of(stopping.law(), probability, stopping.mostSeeds());
      table.row(
          List.of(
              String.format(Locale.ROOT, "%.2f", probability),
              distance(probability),
              percent(of.acceptsH1()),
              percent(of.acceptsH0()),
              percent(of.undecided()),
              String.format(Locale.ROOT, "%.1f", of.meanBits())));
    }
    return table.text();
  }

  private static String averages(Stopping stopping) {
    MarkdownTable table =
        new MarkdownTable(List.of("distance", "SUPPORTED", "OPPOSITE", "INCONCLUSIVE"));
    for (double distance : DISTANCES) {
      WordChances chances = WordChances.ofNormal(stopping, distance);
      table.row(
          List.of(
              String.format(Locale.ROOT, "%.1f", distance),
              percent(chances.of(Outcome.SUPPORTED)),
              percent(chances.of(Outcome.OPPOSITE)),
              percent(chances.of(Outcome.INCONCLUSIVE))));
    }
    return table.text();
  }

  private static String distance(double probability) {
    double distance = OperatingCharacteristic.normalDistance(probability);
    return Double.isInfinite(distance) ? "any" : String.format(Locale.ROOT, "%.2f", distance);
  }

  private static String percent(double chance) {
    return String.format(Locale.ROOT, "%.1f", 100 * chance);
  }
}
