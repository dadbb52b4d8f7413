package org.sgdwalk.report;

import java.util.List;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.judge.Detectable;
import org.sgdwalk.judge.Stopping;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.words.Titles;

/** A verdict and its claim as a piece of HTML. */
final class VerdictHtml {
  private VerdictHtml() {}

  /** Allure shows a description opened and attachments closed: the first figure stands in both. */
  static String of(Verdict verdict, Stopping stopping, List<Figure> figures) {
    ClaimCard claim = verdict.claim();
    StringBuilder html = new StringBuilder();
    html.append("<p><strong>").append(escaped(claim.sentence())).append("</strong></p>");
    html.append("<p>").append(verdict.outcome()).append(" in ").append(escaped(verdict.cell()));
    html.append(": ").append(escaped(verdict.reason())).append('.');
    verdict.caveats().forEach(caveat -> html.append(' ').append(escaped(caveat)).append('.'));
    html.append("</p>");
    figures.stream().findFirst().ifPresent(figure -> html.append(image(figure)));
    html.append("<dl>");
    item(html, "What the word says", verdict.outcome().meaning());
    item(html, "Effect", claim.statistic());
    item(html, "As claimed for a seed when", claim.criterion());
    item(html, "Why this threshold", claim.reason());
    item(html, "What its seeds can show", Detectable.sentence(verdict, stopping));
    item(html, "In the paper", "section " + claim.section().title() + "; " + Titles.figures(claim));
    item(html, "Later evidence, no part of the verdict", claim.laterEvidence());
    return html.append("</dl>").toString();
  }

  /** As text, not in base64, which would not be compressed as well. */
  private static String image(Figure figure) {
    return "<p><img style=\"max-width:100%%\" alt=\"%s\" src=\"data:image/svg+xml,%s\"></p>"
        .formatted(attribute(figure.name()), attribute(inAddress(figure.svg())));
  }

  /** What an address of data may not have as it is. */
  private static String inAddress(String svg) {
    return svg.replace("%", "%25").replace("#", "%23").replace("\n", "%0A").replace("\r", "%0D");
  }

  private static String attribute(String text) {
    return escaped(text).replace("\"", "&quot;");
  }

  private static void item(StringBuilder html, String term, String text) {
    if (!text.isEmpty()) {
      html.append("<dt><em>").append(term).append("</em></dt><dd>");
      html.append(escaped(text)).append("</dd>");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
