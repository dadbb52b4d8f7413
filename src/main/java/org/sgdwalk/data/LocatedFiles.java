package org.sgdwalk.data;

import java.nio.file.Path;
import java.util.List;

/**
 * The files of a part of a set that are on this machine.
 *
 * @param folder the set's folder
 * @param files one or more, in the order of the layout; a file may be a folder
 * @param of how many files the layout has in all
 */
public record LocatedFiles(Path folder, List<Path> files, int of) {
  /** Copies the list. */
  public LocatedFiles {
    files = List.copyOf(files);
  }

  /** Whether files of the layout are missing. */
  boolean isShort() {
    return files.size() < of;
  }

  /** For example {@code 2 of 5 files}. */
  String count() {
    return files.size() + " of " + of + " files";
  }
}
