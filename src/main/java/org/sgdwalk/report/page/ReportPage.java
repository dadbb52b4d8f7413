package org.sgdwalk.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.function.Function;
import org.sgdwalk.claim.Case;
import org.sgdwalk.judge.Judged;

/**
 * The page that answers at a glance which claims hold, where, how surely and why: one file that
 * asks no host for anything. Templates in {@code src/main/jte}, compiled by the build, escape what
 * they show by where it stands.
 */
public final class ReportPage {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, ReportPage.class.getClassLoader(), "org.sgdwalk.report.page");

  private ReportPage() {}

  /**
   * The page of verdicts.
   *
   * @param judged verdicts of one or more scales, in any order
   * @param figures the figures of their places
   * @param place the folder of a case's files, relative to the page
   */
  public static String html(
      PageContext context, List<Judged> judged, PageFigures figures, Function<Case, String> place) {
    StringOutput html = new StringOutput();
    ENGINE.render("page.jte", PageView.of(context, judged, figures, place), html);
    return html.toString();
  }
}
