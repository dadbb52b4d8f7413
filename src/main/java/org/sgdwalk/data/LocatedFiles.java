package org.sgdwalk.data;

import java.nio.file.Path;
import java.util.List;

/**
 * The files of a part of a set that are on this machine.
 *
 * @param folder the set's folder
 * @param files one or more, in the order of the layout; a file may be a folder
 */
public record LocatedFiles(Path folder, List<Path> files) {
  /** Copies the list. */
  public LocatedFiles {
    files = List.copyOf(files);
  }
}
