package org.sgdwalk.report.page;

import java.util.List;
import java.util.Optional;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.words.KindWords;
import org.sgdwalk.words.Titles;

/**
 * A claim and its verdicts in the cells that have its arms.
 *
 * @param id where it stands in the page
 * @param claim the claim
 * @param judgements its verdicts, in the order of the cells
 */
record ClaimView(String id, Claim claim, List<JudgementView> judgements) {

  ClaimCard card() {
    return claim.card();
  }

  /** The verdict in a cell. */
  Optional<JudgementView> in(CellView cell) {
    return judgements.stream().filter(judgement -> judgement.cell().equals(cell.id())).findFirst();
  }

  String judgedAs() {
    return KindWords.of(claim);
  }

  String figures() {
    return Titles.figures(card());
  }

  /** By what rule seeds become a word, in a sentence. */
  String rule() {
    return claim.kind() instanceof Kind.Law
        ? "Seeds are taken one by one until the log-likelihood ratio of \"holds for nine seeds in"
            + " ten\" to \"holds for every second seed\" passes one of two bounds."
        : "The seeds' effects are looked at a few times; a word is said once a signed-rank test"
            + " shows the centre of the effects in its place, with a p-value that this look allows."
            + " A direction that is shown is said, however small the effect.";
  }
}
