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

  /**
   * Where a run reads a part from and how much of it is there, as far as names tell, in one line
   * for people; empty if it is in no place.
   *
   * @throws DataException as a load of it would
   */
  public Optional<String> here(PublishedSet set, Split split) {
    return locate(set, split).map(located -> new PartHere(located, set, split).text());
  }

  /**
   * Where a part that is in no place was looked for, what is missing there and what to do, in one
   * line for people that begins with the name of the set.
   */
  public String missing(PublishedSet set, Split split) {
    return String.valueOf(new MissingPart(this, set, split).error().getMessage());
  }
}
