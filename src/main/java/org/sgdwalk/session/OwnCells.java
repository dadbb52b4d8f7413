package org.sgdwalk.session;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  private static final String RULE =
      ", where / is - in the names of folders and capitals do not count";

  private OwnCells() {}

  /** Whether an item of {@code sgdwalk.cells} is a file rather than an id. */
  static boolean isFile(String item) {
    return item.endsWith(CellFile.EXTENSION);
  }

  /**
   * The cells of the files among the chosen ones, in their order.
   *
   * @throws SettingsException if two cells have one id or one folder, or one has that of a cell of
   *     the scale
   * @throws org.sgdwalk.spec.SpecException naming file and key, if a file says no possible cell
   */
  public static List<Cell> of(Settings settings) {
    Scale scale = settings.scale();
    List<String> known = Catalog.allCells(scale).stream().map(Cell::id).toList();
    Set<String> places = Catalog.allCells(scale).stream().map(OwnCells::place).collect(toSet());
    Map<String, String> files = new HashMap<>();
    List<Cell> own = new ArrayList<>();
    for (String item : settings.cells().stream().filter(OwnCells::isFile).toList()) {
      Cell cell = CellFile.read(path(item), scale);
      if (places.contains(place(cell))) {
        throw new SettingsException(
            "%s: id: must not be that of another cell at scale %s (%s)%s, got %s"
                .formatted(item, scale.key(), String.join(", ", known), RULE, cell.id()));
      }
      String other = files.put(place(cell), item);
      if (other != null) {
        throw new SettingsException(
            "%s: id: must not be that of %s too%s, got %s".formatted(item, other, RULE, cell.id()));
      }
      own.add(cell);
    }
    return own;
  }

  /** What the folders and links of a cell are called, also where capitals do not count. */
  private static String place(Cell cell) {
    return cell.folder().toLowerCase(Locale.ROOT);
  }

  private static Path path(String item) {
    return LocalPath.find(item)
        .orElseThrow(
            () ->
                new SettingsException(
                    "sgdwalk.cells: must be " + LocalPath.rule() + ", got " + item));
  }
}
