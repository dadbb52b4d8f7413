package org.sgdwalk.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLossAxisTest {
  @ParameterizedTest
  @CsvSource({
    "0.08, 2.5,   0.1 0.2 0.5 1 2",
    "0.001, 9,    0.001 0.01 0.1 1",
    "1.52, 2.31,  1.6 1.8 2 2.2",
    "1.52, 1.95,  1.6 1.7 1.8 1.9",
    "0.51, 0.53,  0.51 0.515 0.52 0.525 0.53",
    "1e-13, 1,    1e-13 1e-11 1e-9 1e-7 1e-5 0.001 0.1",
    "1e3, 1e7,    1000 10000 1e5 1e6 1e7",
  })
  void has_ticks_at_round_numbers_and_at_least_two(double low, double high, String labels) {
    LogLossAxis axis = new LogLossAxis("loss");
    axis.setRange(low, high);

    List<NumberTick> ticks =
        axis.refreshTicks(
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(),
            new AxisState(),
            new Rectangle2D.Double(0, 0, 100, 100),
            RectangleEdge.LEFT);

    assertThat(ticks).extracting(NumberTick::getText).containsExactly(labels.split(" ", -1));
  }
}
