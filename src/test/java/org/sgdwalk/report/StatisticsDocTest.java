package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.stats.OperatingCharacteristic;
import org.sgdwalk.stats.SequentialTest;

/** The tables of the document are those of the tests as used. */
class StatisticsDocTest {
  private static final Path DOC = Path.of("docs", "statistics.md");
  private static final String MARK = "-Dsgdwalk.test.writeDocs -->\n";
  private static final int SIMULATIONS = 10_000;
  private static final List<Integer> CAPS = List.of(8, 16, Catalog.seedCap(Scale.CI), 48);

  @Test
  void has_the_error_rates_and_the_power_of_the_tests_in_use() throws IOException {
    String doc = Files.readString(DOC);
    int end = doc.indexOf(MARK) + MARK.length();
    String tables =
        "\n## Identical treatments\n\n"
            + errorRates()
            + "\n## Power at scale ci\n\n"
            + PowerTable.markdown(Catalog.test(Scale.CI), CAPS);
    if (Boolean.getBoolean("sgdwalk.test.writeDocs")) {
      Files.writeString(DOC, doc.substring(0, end) + tables);
      return;
    }
    assertThat(doc).contains(MARK);
    assertThat(doc.substring(end)).isEqualTo(tables);
  }

  private static String errorRates() {
    MarkdownTable table =
        new MarkdownTable(
            List.of(
                "scale",
                "claims x cells",
                "seeds at most",
                "alpha",
                "SUPPORTED, exact",
                "SUPPORTED of 10,000, simulated",
                "one in the matrix, exact",
                "matrices of 10,000 with one, simulated",
                "REFUTED though P(holds) = 0.9, exact"));
    for (Scale scale : Scale.values()) {
      table.row(row(scale, new Well19937c(1)));
    }
    return table.text();
  }

  private static List<String> row(Scale scale, RandomGenerator random) {
    SequentialTest test = Catalog.test(scale);
    int judged = (int) Math.round(SequentialTest.FAMILY_WISE_ERROR / test.alpha());
    int seeds = Catalog.seedCap(scale);
    double exact = OperatingCharacteristic.of(test, SequentialTest.P0, seeds).acceptsH1();
    int spoiled = 0;
    for (int matrix = 0; matrix < SIMULATIONS; matrix++) {
      spoiled += supported(test, seeds, judged, random) > 0 ? 1 : 0;
    }
    return List.of(
        scale.key(),
        String.valueOf(judged),
        String.valueOf(seeds),
        percent(test.alpha()),
        percent(exact),
        String.valueOf(supported(test, seeds, SIMULATIONS, random)),
        percent(1 - Math.pow(1 - exact, judged)),
        String.valueOf(spoiled),
        percent(OperatingCharacteristic.of(test, SequentialTest.P1, seeds).acceptsH0()));
  }

  /** How many of so many claims that hold for every second seed come out as SUPPORTED. */
  private static int supported(SequentialTest test, int seeds, int claims, RandomGenerator random) {
    int supported = 0;
    for (int claim = 0; claim < claims; claim++) {
      List<Boolean> bits = new ArrayList<>();
      for (int seed = 0; seed < seeds; seed++) {
        bits.add(random.nextBoolean());
      }
      supported += test.test(bits).decision() == SequentialTest.Decision.ACCEPT_H1 ? 1 : 0;
    }
    return supported;
  }

  private static String percent(double rate) {
    return String.format(Locale.ROOT, "%.3f %%", 100 * rate);
  }
}
