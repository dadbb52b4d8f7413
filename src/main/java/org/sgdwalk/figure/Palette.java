package org.sgdwalk.figure;

import java.awt.Color;
import java.awt.Font;

/**
 * Colours and fonts of all figures. The colours are those of Okabe and Ito (2008), which people
 * with any colour vision can tell apart.
 */
final class Palette {
  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILION = new Color(0xD55E00);
  static final Color GREEN = new Color(0x009E73);
  static final Color ORANGE = new Color(0xE69F00);
  static final Color PURPLE = new Color(0xCC79A7);

  static final Color INK = new Color(0x222222);
  static final Color SOFT_INK = new Color(0x666666);
  static final Color GRID = new Color(0xE8E8E8);

  /**
   * Behind what is judged: lighter than the grid, so that it stands out on a screen and in print.
   */
  static final Color SHADE = new Color(0xF1F4F8);

  static final Color PAPER = Color.WHITE;

  /** A logical font: the viewer's own sans-serif. Sizes are pixels of a figure 1,000 wide. */
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);

  static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 13);
  static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private static final int LIGHT_ALPHA = 90;

  private Palette() {}

  /** A lighter shade of a colour, for what stands behind. */
  static Color light(Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), LIGHT_ALPHA);
  }
}
