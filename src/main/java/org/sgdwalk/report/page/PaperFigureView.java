package org.sgdwalk.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.paper.PaperFigure;

/**
 * A figure of the paper, and where the page has the like.
 *
 * @param figure of the paper
 * @param claims that are seen in it
 * @param cells whose runs it is redrawn from
 */
record PaperFigureView(PaperFigure figure, List<Link> claims, List<Link> cells) {

  /**
   * What the page has of a figure.
   *
   * @param all the claims of a matrix, in the paper's order
   * @param order the cells of the matrix
   */
  static PaperFigureView of(PaperFigure figure, List<ClaimView> all, List<CellView> order) {
    List<ClaimView> claims = all.stream().filter(claim -> figure.shows(claim.card())).toList();
    Map<String, Link> cells = new LinkedHashMap<>();
    for (ClaimView claim : claims) {
      for (JudgementView judgement : claim.judgements()) {
        judgement.figures().stream()
            .filter(of -> of.name().startsWith(figure.redrawn()))
            .findFirst()
            .map(of -> new Link(judgement.cell(), "#" + judgement.figureId(of)))
            .ifPresent(link -> cells.putIfAbsent(judgement.cell(), link));
      }
    }
    return new PaperFigureView(
        figure,
        claims.stream().map(claim -> new Link(claim.card().id(), "#" + claim.id())).toList(),
        order.stream().map(CellView::id).filter(cells::containsKey).map(cells::get).toList());
  }
}
