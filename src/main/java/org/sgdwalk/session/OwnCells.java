package org.sgdwalk.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.cell.CellFile;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.settings.LocalPath;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.settings.SettingsException;

/**
 * Cells of a user's own, named by their files: judged with the error rates of a scale and outside
 * its family, without a record.
 */
public final class OwnCells {
  private OwnCells() {}

  /** Whether an item of {@code sgdwalk.cells} is a file rather than an id. */
  static boolean isFile(String item) {
    return item.endsWith(CellFile.EXTENSION);
  }

  /**
   * The cells of the files among the chosen ones, in their order.
   *
   * @throws SettingsException if two cells have one id, or one has that of a cell of the scale
   * @throws org.sgdwalk.spec.SpecException naming file and key, if a file says no possible cell
   */
  public static List<Cell> of(Settings settings) {
    Scale scale = settings.scale();
    List<String> known = Catalog.allCells(scale).stream().map(Cell::id).toList();
    Map<String, String> files = new HashMap<>();
    List<Cell> own = new ArrayList<>();
    for (String item : settings.cells().stream().filter(OwnCells::isFile).toList()) {
      Cell cell = CellFile.read(path(item), scale);
      if (known.contains(cell.id())) {
        throw new SettingsException(
            "%s: id: must not be that of another cell at scale %s (%s), got %s"
                .formatted(item, scale.key(), String.join(", ", known), cell.id()));
      }
      String other = files.put(cell.id(), item);
      if (other != null) {
        throw new SettingsException(
            "%s: id: must not be that of %s too, got %s".formatted(item, other, cell.id()));
      }
      own.add(cell);
    }
    return own;
  }

  private static Path path(String item) {
    return LocalPath.find(item)
        .orElseThrow(
            () ->
                new SettingsException(
                    "sgdwalk.cells: must be " + LocalPath.rule() + ", got " + item));
  }
}
