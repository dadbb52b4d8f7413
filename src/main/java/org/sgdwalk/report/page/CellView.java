package org.sgdwalk.report.page;

import java.util.List;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.words.Treatment;

/**
 * A column of the matrix.
 *
 * @param id of the cell
 * @param family of its network, by which a reader chooses, for example {@code VGG-11}
 * @param network in words
 * @param data in words
 * @param supported how many of its judgements are SUPPORTED
 * @param judged how many were judged
 */
record CellView(
    String id, String family, String network, String data, long supported, long judged) {

  static CellView of(Cell cell, List<Judged> all) {
    RunSpec any = cell.arms().values().iterator().next();
    List<Outcome> outcomes =
        all.stream()
            .filter(judged -> judged.of().cell().equals(cell))
            .map(judged -> judged.verdict().outcome())
            .filter(outcome -> outcome != Outcome.NOT_RUN)
            .toList();
    return new CellView(
        cell.id(),
        family(cell),
        Treatment.network(any.network()),
        Treatment.data(any.data()),
        outcomes.stream().filter(outcome -> outcome == Outcome.SUPPORTED).count(),
        outcomes.size());
  }

  /** The first word of what the network is called. */
  static String family(Cell cell) {
    RunSpec any = cell.arms().values().iterator().next();
    return Treatment.network(any.network()).replaceFirst("[ ,].*", "");
  }
}
