package org.sgdwalk.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.sgdwalk.data.FileCheck.Result;

/** Compares the files in a set's folder with what was published. */
public final class SetCheck {
  private final PublishedSet set;

  /** For the files of a set. */
  public SetCheck(PublishedSet set) {
    this.set = set;
  }

  /**
   * A line for each file in the folder, by name; hidden files, which are those of downloads, left
   * out. A folder within it without a single published name is one line. Then a line for each part
   * of which files are missing here.
   *
   * @param folder need not exist
   * @throws DataException if it cannot be read
   */
  public List<FileCheck> of(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return Stream.concat(
            list(folder).stream().flatMap(this::checks),
            Stream.of(Split.values()).flatMap(split -> missing(folder, split).stream()))
        .toList();
  }

  /** Whether a part can be read from here alone, and whether it is all of it. */
  private Optional<FileCheck> missing(Path folder, Split split) {
    String part = split.name().toLowerCase(Locale.ROOT) + " part: ";
    List<LaidOut> layouts =
        set.layouts(split).stream().map(layout -> new LaidOut(folder, layout)).toList();
    try {
      for (LaidOut laidOut : layouts) {
        Optional<LocatedFiles> found = laidOut.find();
        if (found.isPresent()) {
          return found
              .filter(LocatedFiles::isShort)
              .map(files -> partial(folder, part + files.count() + ", a run reads those"));
        }
      }
    } catch (DataException e) {
      return Optional.of(partial(folder, part + e.getMessage()));
    }
    return layouts.stream()
        .findFirst()
        .map(best -> partial(folder, part + best.missing().get(0) + " is missing"));
  }

  private static FileCheck partial(Path folder, String text) {
    return new FileCheck(folder, Result.PARTIAL, text);
  }

  private Stream<FileCheck> checks(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(check(path));
    }
    List<Path> known =
        list(path).stream()
            .filter(file -> set.file(nameOf(file)).isPresent() || content(file).isPresent())
            .toList();
    return known.isEmpty()
        ? Stream.of(
            new FileCheck(path, Result.UNKNOWN, "a folder; sums are published of archives only"))
        : known.stream().map(this::check);
  }

  private FileCheck check(Path file) {
    Optional<PublishedFile> published = set.file(nameOf(file));
    Optional<PublishedFile> content = content(file);
    if (published.isEmpty() && content.isEmpty()) {
      return new FileCheck(file, Result.FOREIGN, "no file of the published set");
    }
    try {
      return check(DataFile.at(file), file, published, content);
    } catch (DataException e) {
      return new FileCheck(file, Result.DIFFERENT, withoutName(file, e));
    }
  }

  /** What is wrong with a file, for a line that begins with its name. */
  private static String withoutName(Path file, DataException e) {
    String message = String.valueOf(e.getMessage());
    String name = file + ": ";
    return message.startsWith(name) ? message.substring(name.length()) : message;
  }

  private static FileCheck check(
      DataFile data,
      Path file,
      Optional<PublishedFile> published,
      Optional<PublishedFile> content) {
    if (published.isPresent()) {
      FileCheck asIs = compare(file, published.get(), Result.ORIGINAL, data::sum);
      if (asIs.result() != Result.DIFFERENT || content.isEmpty()) {
        return asIs;
      }
    }
    return compare(
        file,
        content.orElseThrow(),
        Result.SAME_CONTENT,
        // The reader of runs, so that both say the same of a file.
        limit -> FileContent.sum(data, limit));
  }

  private static FileCheck compare(
      Path file, PublishedFile published, Result good, LongFunction<FileSum> sumOfAtMost) {
    if (!published.hasSum()) {
      return new FileCheck(file, Result.UNKNOWN, "no sum of it is published");
    }
    FileSum sum = sumOfAtMost.apply(published.bytes());
    if (sum.isOf(published)) {
      return new FileCheck(file, good, good == Result.ORIGINAL ? "" : "compressed otherwise");
    }
    return new FileCheck(file, Result.DIFFERENT, sum.differenceFrom(published));
  }

  /** What a gzip file should hold, where that is published. */
  private Optional<PublishedFile> content(Path file) {
    String name = nameOf(file);
    return name.endsWith(".gz")
        ? set.file(name.substring(0, name.length() - ".gz".length()))
        : Optional.empty();
  }

  private static List<Path> list(Path folder) {
    return Folder.entries(folder).stream()
        .filter(path -> !nameOf(path).startsWith("."))
        .sorted()
        .toList();
  }

  private static String nameOf(Path path) {
    return path.getFileName().toString();
  }
}
