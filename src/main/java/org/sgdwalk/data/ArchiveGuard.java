package org.sgdwalk.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at the names of an archive's entries, one after the other, before anything of them is used.
 * Nothing here is ever unpacked to disk; still, an archive with a name that would lead out of a
 * folder was made to do harm, and none of it is read.
 */
final class ArchiveGuard {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  private final String archive;
  private final int maxEntries;
  private final Set<String> names = new HashSet<>();

  /**
   * A guard of one archive.
   *
   * @param archive how messages call it
   * @param maxEntries how many entries it may have
   */
  ArchiveGuard(String archive, int maxEntries) {
    this.archive = archive;
    this.maxEntries = maxEntries;
  }

  /**
   * Admits the next entry.
   *
   * @return its path without {@code .} and without a slash at the end
   * @throws DataException if the name is absolute or leads upwards, was there before, or is one too
   *     many
   */
  String admit(String name) {
    String path = path(name);
    if (!names.add(path)) {
      throw refused(name, "is there twice; every name must be there once");
    }
    requireCount(names.size());
    return path;
  }

  /**
   * Checks a number of entries.
   *
   * @throws DataException if it is too large
   */
  void requireCount(long count) {
    if (count > maxEntries) {
      throw new DataException(
          archive + ": has more entries than it may have; must be at most " + maxEntries);
    }
  }

  private String path(String name) {
    if (name.startsWith("/") || name.indexOf('\\') >= 0 || DRIVE.matcher(name).matches()) {
      throw refused(name, "must be a path inside the archive, with slashes");
    }
    List<String> steps = new ArrayList<>();
    for (String step : name.split("/", -1)) {
      if (step.equals("..")) {
        throw refused(name, "leads out of its folder; must be a path inside the archive");
      }
      if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  /** An entry that cannot be. */
  DataException refused(String name, String why) {
    return new DataException(archive + ": entry " + printable(name) + ": " + why);
  }

  /** A name from a hostile file in one line. */
  private static String printable(String name) {
    String text = name.replaceAll("[^\\x20-\\x7e]", "?");
    return text.length() > 100 ? text.substring(0, 100) + "..." : text;
  }
}
