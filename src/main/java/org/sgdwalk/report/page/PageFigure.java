package org.sgdwalk.report.page;

/**
 * A figure of a verdict.
 *
 * @param id of its document in the page
 * @param name what it shows
 * @param caption what is drawn and what to look for; may be empty
 * @param file its files beside the page, without their ending
 */
record PageFigure(String id, String name, String caption, String file) {

  String svg() {
    return file + ".svg";
  }

  String csv() {
    return file + ".csv";
  }
}
