package org.sgdwalk.session;

import java.util.List;
import java.util.stream.Stream;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.settings.SeedRange;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.settings.SettingsException;

/** The cells and claims that the settings choose. */
public final class Selection {
  private final Settings settings;
  private final List<Cell> own;

  /**
   * A selection.
   *
   * @throws SettingsException if an id is not known, or no chosen claim is judged in a chosen cell
   */
  public Selection(Settings settings) {
    List<Cell> known = Catalog.allCells(settings.scale());
    List<String> ids = settings.cells().stream().filter(item -> !OwnCells.isFile(item)).toList();
    requireKnown("cells", ids, known.stream().map(Cell::id).toList());
    requireKnown("claims", settings.claims(), Claims.all().stream().map(Claim::id).toList());
    this.settings = settings;
    this.own = OwnCells.of(settings);
    requireSome();
  }

  /** A choice of nothing would be judged in silence. */
  private void requireSome() {
    if (cells().stream().allMatch(cell -> claims(cell).isEmpty())) {
      throw new SettingsException(
          "sgdwalk.claims, sgdwalk.cells: none of the claims %s is judged in %s"
              .formatted(
                  String.join(", ", settings.claims()),
                  String.join(", ", cells().stream().map(Cell::id).toList())));
    }
  }

  /**
   * The selected cells of the scale, then the user's own; without a choice all but those on
   * request.
   */
  public List<Cell> cells() {
    return settings.cells().isEmpty()
        ? Catalog.cells(settings.scale())
        : Stream.concat(
                Catalog.allCells(settings.scale()).stream()
                    .filter(cell -> settings.cells().contains(cell.id())),
                own.stream())
            .toList();
  }

  /** The selected claims of a cell. */
  public List<Claim> claims(Cell cell) {
    return Catalog.claims(cell).stream()
        .filter(claim -> settings.claims().isEmpty() || settings.claims().contains(claim.id()))
        .toList();
  }

  /** The seeds that may be used. */
  public SeedRange seeds() {
    return settings.seeds() == null
        ? new SeedRange(1, Catalog.stopping(settings.scale()).mostSeeds())
        : settings.seeds();
  }

  private static void requireKnown(String option, List<String> wanted, List<String> known) {
    for (String id : wanted) {
      if (!known.contains(id)) {
        throw new SettingsException(
            "sgdwalk.%s: must be among %s%s, got '%s'"
                .formatted(
                    option,
                    String.join(", ", known),
                    option.equals("cells") ? ", or a cell's file *.json" : "",
                    id));
      }
    }
  }
}
