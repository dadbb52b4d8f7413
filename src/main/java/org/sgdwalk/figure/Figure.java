package org.sgdwalk.figure;

import java.util.Locale;

/**
 * A finished figure.
 *
 * @param name what it shows, for a file or an attachment; unique within a verdict
 * @param svg the whole SVG document; the same traces give the same text
 * @param caption what is drawn and what to look for, in sentences; may be empty
 * @param csv its data, every point of it, as a CSV table with a header
 */
public record Figure(String name, String svg, String caption, String csv) {
  /** Name of its files, without their ending. */
  public String fileName() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
