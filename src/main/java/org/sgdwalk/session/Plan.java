package org.sgdwalk.session;

import java.util.List;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.settings.SeedRange;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.settings.SettingsException;

/**
 * What the selected claims need, before anything is run.
 *
 * @param scale the scale
 * @param seeds the seeds that may be used
 * @param leastSeeds as many as it takes to support a claim
 * @param cells the selected cells in which a selected claim is judged
 */
public record Plan(Scale scale, SeedRange seeds, int leastSeeds, List<PlannedCell> cells) {
  /** Copies the list. */
  public Plan {
    cells = List.copyOf(cells);
  }

  /**
   * The plan of some settings.
   *
   * @throws SettingsException if they name an unknown cell or claim
   */
  public static Plan of(Settings settings) {
    Selection selection = new Selection(settings);
    SeedRange seeds = selection.seeds();
    return new Plan(
        settings.scale(),
        seeds,
        Catalog.stopping(settings.scale()).leastSeeds(),
        selection.cells().stream()
            .map(cell -> PlannedCell.of(cell, selection.claims(cell), seeds.at(0)))
            .filter(cell -> !cell.claims().isEmpty())
            .toList());
  }

  /** Judgements: claims times cells. */
  public int judgements() {
    return cells.stream().mapToInt(cell -> cell.claims().size()).sum();
  }
}
