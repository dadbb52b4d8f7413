package org.sgdwalk.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to say of a part of a set that is in no place: where was looked, what is missing there, what
 * lies there instead, and what to do.
 *
 * @param places where was looked
 * @param set the set
 * @param split the part
 */
record MissingPart(DataPlaces places, PublishedSet set, Split split) {
  /** Names that an error lists of a folder; an unpacked archive has thousands. */
  private static final int LISTED = 4;

  /** The error when nobody was to bring it. */
  DataUnavailableException error() {
    String files = String.join(" and ", wanted());
    Path directory = places.directory();
    String put =
        directory == null
            ? setDirectory()
            : "put " + files + " into " + directory.resolve(set.name());
    return new DataUnavailableException(
        set.name(),
        "%s; %s, or download it: sgd-walk data fetch %s".formatted(where(), put, set.name()));
  }

  /** The error when it could not be brought. */
  DataUnavailableException error(DataUnavailableException delivery) {
    Path directory = places.directory();
    String put =
        directory == null
            ? setDirectory()
            : String.join(" and ", wanted()) + " into " + directory.resolve(set.name());
    return new DataUnavailableException(
        set.name(), "%s; %s, or %s".formatted(where(), delivery.why(), put), delivery);
  }

  private String setDirectory() {
    String files =
        wanted().stream().map(name -> set.name() + "/" + name).collect(Collectors.joining(" and "));
    return "set -Dsgdwalk.data.dir (or SGDWALK_DATA_DIR) to a directory with " + files;
  }

  /** The files of the layout that is best, under the names that they should have. */
  private List<String> wanted() {
    return best().required().stream().map(alternatives -> alternatives.get(0)).toList();
  }

  private Layout best() {
    return set.layouts(split).get(0);
  }

  private String where() {
    if (places.directories().isEmpty()) {
      return "no data directory is set";
    }
    return places.directories().stream().map(this::in).collect(Collectors.joining(", "));
  }

  private String in(Path place) {
    Path folder = place.resolve(set.name());
    if (Files.isDirectory(folder)) {
      String missing = String.join(" and no ", new LaidOut(folder, best()).missing());
      return "%s has no %s (there: %s)".formatted(folder, missing, content(folder));
    }
    boolean isOfUser = place.equals(places.directory()) && Files.isDirectory(place);
    return folder
        + " is no folder"
        + (isOfUser ? " (in " + place + ": " + content(place) + ")" : "");
  }

  private static String content(Path folder) {
    List<String> names;
    try {
      names = names(folder);
    } catch (DataException e) {
      return "what cannot be listed";
    }
    if (names.isEmpty()) {
      return "nothing";
    }
    int more = names.size() - LISTED;
    String first = names.stream().limit(LISTED).collect(Collectors.joining(", "));
    return first + (more > 0 ? " and " + more + " more" : "");
  }

  /** Without hidden files, which are those of downloads. */
  private static List<String> names(Path folder) {
    return Folder.entries(folder).stream()
        .map(MissingPart::name)
        .filter(name -> !name.startsWith("."))
        .sorted()
        .toList();
  }

  /** In one line, with a slash behind a folder; a pipe and a link to nowhere are no files. */
  private static String name(Path path) {
    String name = String.valueOf(path.getFileName()).replaceAll("\\p{Cntrl}", "?");
    if (Files.isDirectory(path)) {
      return name + "/";
    }
    return Files.isRegularFile(path) ? name : name + " (no plain file)";
  }
}
