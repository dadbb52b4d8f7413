package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.sgdwalk.Slow;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.judge.WordChances;
import org.sgdwalk.stats.Alike;
import org.sgdwalk.stats.OperatingCharacteristic;
import org.sgdwalk.stats.SequentialTest;

/** The tables of the document are those of the tests as used. */
@Slow
class StatisticsDocTest {
  private static final Path DOC = Path.of("docs", "statistics.md");
  private static final String MARK = "-Dsgdwalk.test.writeDocs -->\n";
  private static final int SIMULATIONS = 100_000;

  /** A criterion and a margin of so many deviations of effects over seeds. */
  private static final double WIDE = 1.5;

  private static final Kind.Average DIRECTION = Kind.Average.difference(WIDE);
  private static final Kind.Alike WALKS_ALIKE = new Kind.Alike(Comparison.DIFFERENCE, WIDE);

  /** A word, what it warrants, where that is not so, and how often it is said there. */
  private record Warrant(
      String word, String warrants, String notSo, ToDoubleFunction<Stopping> chance) {}

  private static final List<Warrant> WARRANTS =
      List.of(
          new Warrant(
              "SUPPORTED, law",
              "holds for more than every second seed",
              "P(holds) = 0.5, exact",
              s -> law(s, SequentialTest.P0).acceptsH1()),
          new Warrant(
              "NOT_MET",
              "holds for fewer than nine seeds in ten",
              "P(holds) = 0.9, exact",
              s -> law(s, SequentialTest.P1).acceptsH0()),
          new Warrant(
              "SUPPORTED, average",
              "the centre lies above none",
              "arms that are alike",
              s -> said(DIRECTION, s, 0, Outcome.SUPPORTED)),
          new Warrant(
              "SUPPORTED, beyond a direction",
              "the centre lies above the criterion",
              "a centre at the criterion",
              s -> said(DIRECTION.above(WIDE), s, WIDE, Outcome.SUPPORTED)),
          new Warrant(
              "OPPOSITE",
              "the centre lies below none",
              "arms that are alike",
              s -> said(DIRECTION, s, 0, Outcome.OPPOSITE)),
          new Warrant(
              "WEAKER",
              "the centre lies above none and below the criterion",
              "a centre at the criterion",
              s -> said(DIRECTION.above(WIDE), s, WIDE, Outcome.WEAKER)),
          new Warrant(
              "NO_EFFECT",
              "the centre lies within the margin",
              "a centre at the lower end of the margin",
              s -> said(DIRECTION, s, -WIDE, Outcome.NO_EFFECT)),
          new Warrant(
              "SUPPORTED, walks alike",
              "the centre lies within the margin",
              "a centre at an end of the margin",
              s -> said(WALKS_ALIKE, s, WIDE, Outcome.SUPPORTED)),
          new Warrant(
              "OPPOSITE, walks alike",
              "the centre lies outside of the margin",
              "a centre at an end of the margin",
              s -> said(WALKS_ALIKE, s, WIDE, Outcome.OPPOSITE)));

  @Test
  void has_the_error_rates_and_the_power_of_the_tests_in_use() throws IOException {
    String doc = Files.readString(DOC);
    int end = doc.indexOf(MARK) + MARK.length();
    String tables =
        "\n## What the words warrant\n\n"
            + warrants()
            + "\n## A matrix\n\n"
            + matrices()
            + "\n## Power at scale ci\n\n"
            + PowerTable.markdown(Catalog.stopping(Scale.CI));
    if (Boolean.getBoolean("sgdwalk.test.writeDocs")) {
      Files.writeString(DOC, doc.substring(0, end) + tables);
      return;
    }
    assertThat(doc).contains(MARK);
    assertThat(doc.substring(end)).isEqualTo(tables);
  }

  private static String warrants() {
    List<Scale> scales = List.of(Scale.CI, Scale.PAPER);
    MarkdownTable table =
        new MarkdownTable(
            List.of("word", "what it warrants", "where it is not so", "said there, ci", "paper"));
    for (Warrant warrant : WARRANTS) {
      List<String> said =
          scales.stream()
              .map(scale -> percent(warrant.chance().applyAsDouble(Catalog.stopping(scale))))
              .toList();
      table.row(
          List.of(warrant.word(), warrant.warrants(), warrant.notSo(), said.get(0), said.get(1)));
    }
    return table.text();
  }

  private static OperatingCharacteristic law(Stopping stopping, double probability) {
    return OperatingCharacteristic.of(stopping.law(), probability, stopping.mostSeeds());
  }

  /** Of effects that are symmetric about a centre: differences of two skewed arms. */
  private static double said(Kind kind, Stopping stopping, double centre, Outcome word) {
    RandomGenerator random = new Well19937c(1);
    return WordChances.of(
            kind,
            stopping,
            SIMULATIONS,
            () -> centre + Alike.difference(() -> skewed(random)) / Math.sqrt(2))
        .of(word);
  }

  /** Exponential, of deviation 1. */
  private static double skewed(RandomGenerator random) {
    return -Math.log(1 - random.nextDouble());
  }

  private static String matrices() {
    MarkdownTable table =
        new MarkdownTable(
            List.of("scale", "judgements", "seeds at most", "matrices with a wrong word, at most"));
    for (Scale scale : Scale.values()) {
      int judgements = Catalog.judgements(scale);
      table.row(
          List.of(
              scale.key(),
              String.valueOf(judgements),
              String.valueOf(Catalog.stopping(scale).mostSeeds()),
              percent(judgements * Stopping.ERROR)));
    }
    return table.text();
  }

  private static String percent(double rate) {
    return String.format(Locale.ROOT, "%.3f %%", 100 * rate);
  }
}
