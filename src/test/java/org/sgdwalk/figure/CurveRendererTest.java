package org.sgdwalk.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How a curve is drawn")
class CurveRendererTest {

  /** Four points, one of them a gap and one above the panel. */
  private static int ellipses(Look... looks) {
    Panel panel = new Panel("y").range(0, 5);
    for (Look look : looks) {
      panel.curve(
          Curve.named("curve " + look, look)
              .unnamed()
              .add(1, 1)
              .add(2, Double.NaN)
              .add(3, 2)
              .add(4, 99));
    }
    Column column = new Column("", Axes.integers("x", 0, 5), List.of(panel), true);
    String svg = new Sheet("title", "", List.of(column), 400, 300).draw("figure").svg();
    return StringUtils.countMatches(svg, "<ellipse");
  }

  @Test
  void marks_are_ellipses_where_a_point_is_in_the_panel() {
    assertThat(ellipses(Look.dots(Palette.BLUE, 5))).isEqualTo(2);
    assertThat(ellipses(Look.rings(Palette.BLUE, 5))).isEqualTo(2);
    assertThat(ellipses(Look.line(Palette.BLUE).withDots(5))).isEqualTo(2);
  }

  @Test
  void a_line_has_no_marks_however_many_there_are() {
    Look line = Look.line(Palette.BLUE);

    assertThat(ellipses(line, line, line, Look.dashed(Palette.INK), line, line)).isZero();
  }
}
