package org.sgdwalk.data;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists folders that a user may have locked or that may change meanwhile. */
final class Folder {
  private Folder() {}

  /**
   * What lies in a folder, in no order.
   *
   * @throws DataException if it cannot be listed
   */
  static List<Path> entries(Path folder) {
    return entries(folder, "*");
  }

  /** Lists the names that a glob matches. */
  static List<Path> entries(Path folder, String glob) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      throw new DataException(folder + ": cannot be listed; must be a readable folder", e);
    }
    return entries;
  }
}
