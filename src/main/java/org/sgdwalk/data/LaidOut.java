package org.sgdwalk.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layout in a folder.
 *
 * @param folder a set's folder; need not exist
 * @param layout how the files may lie there
 */
record LaidOut(Path folder, Layout layout) {
  /**
   * The files, if all required ones are there.
   *
   * @throws DataException if a file is there but not the one before it, or several fit one name
   */
  Optional<LocatedFiles> find() {
    List<List<String>> slots = new ArrayList<>(layout.required());
    slots.addAll(layout.further());
    List<Path> files = new ArrayList<>();
    for (int slot = 0; slot < slots.size(); slot++) {
      Optional<Path> file = find(slots.get(slot));
      if (file.isPresent() && files.size() < slot && !layout.further().isEmpty()) {
        throw new DataException(
            "%s: is there, but %s is not; must be all up to the last one there is"
                .formatted(file.get(), slots.get(files.size()).get(0)));
      }
      file.ifPresent(files::add);
    }
    return files.size() < layout.required().size()
        ? Optional.empty()
        : Optional.of(new LocatedFiles(folder, files, slots.size()));
  }

  /** The required files that are not there, under the names that they should have. */
  List<String> missing() {
    return layout.required().stream()
        .filter(slot -> find(slot).isEmpty())
        .map(slot -> slot.get(0))
        .toList();
  }

  private Optional<Path> find(List<String> alternatives) {
    return alternatives.stream().flatMap(name -> find(name).stream()).findFirst();
  }

  private Optional<Path> find(String name) {
    if (name.endsWith("/")) {
      return Optional.of(folder.resolve(name)).filter(Files::isDirectory);
    }
    return name.contains("*")
        ? onlyMatch(name)
        : Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
  }

  private Optional<Path> onlyMatch(String glob) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<Path> matches = Folder.entries(folder, glob);
    matches.removeIf(path -> !Files.isRegularFile(path));
    matches.sort(null);
    if (matches.size() > 1) {
      throw new DataException(
          "%s: %s and %s are both there; must be one"
              .formatted(folder, matches.get(0).getFileName(), matches.get(1).getFileName()));
    }
    return matches.stream().findFirst();
  }
}
