package org.sgdwalk.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directories in which data sets may lie, each set in a folder of its name, with the file names
 * of its publication: first the user's, then the cache into which downloads go.
 *
 * @param directory the user's data directory ({@code sgdwalk.data.dir}), or null
 * @param cache the cache ({@code sgdwalk.cache.dir}), or null for none; need not exist
 */
public record DataPlaces(@Nullable Path directory, @Nullable Path cache) {
  /** Nothing but what comes with the program. */
  public static final DataPlaces NONE = new DataPlaces(null, null);

  /** The directories, the user's first; they need not exist. */
  public List<Path> directories() {
    return Stream.of(directory, cache).filter(Objects::nonNull).toList();
  }

  /** Folders of a set, those of the user first; they need not exist. */
  public List<Path> folders(PublishedSet set) {
    return directories().stream().map(place -> place.resolve(set.name())).toList();
  }

  /**
   * The files of a part, from the first place that has all it requires.
   *
   * @throws DataException if files contradict each other: one is missing before another, or one
   *     name has several
   */
  Optional<LocatedFiles> locate(PublishedSet set, Split split) {
    return folders(set).stream()
        .flatMap(folder -> set.layouts(split).stream().map(layout -> new LaidOut(folder, layout)))
        .flatMap(laidOut -> laidOut.find().stream())
        .findFirst();
  }

  /**
   * The folder that a run reads a part from; empty if it is in no place.
   *
   * @throws DataException as a load of it would
   */
  public Optional<Path> folder(PublishedSet set, Split split) {
    return locate(set, split).map(LocatedFiles::folder);
  }

  /** The error for a part that is in no place: which file is missing where, and what to do. */
  DataUnavailableException unavailable(PublishedSet set, Split split) {
    return new DataUnavailableException(
        "%s: %s; set -Dsgdwalk.data.dir (or SGDWALK_DATA_DIR) to a directory with %s, or download it: sgd-walk data fetch %s"
            .formatted(set.name(), missing(set, split), wanted(set, split), set.name()));
  }

  private String missing(PublishedSet set, Split split) {
    Layout best = set.layouts(split).get(0);
    List<Path> files =
        folders(set).stream().map(folder -> new LaidOut(folder, best).firstMissing()).toList();
    String first = set.name() + "/" + best.required().get(0).get(0);
    return switch (files.size()) {
      case 0 -> first + " is missing: no data directory is set";
      case 1 -> files.get(0) + " is missing";
      default -> files.get(0) + " is missing, " + files.get(1) + " too";
    };
  }

  private static String wanted(PublishedSet set, Split split) {
    return String.join(
        " and ",
        set.layouts(split).get(0).required().stream()
            .map(alternatives -> set.name() + "/" + alternatives.get(0))
            .toList());
  }
}
