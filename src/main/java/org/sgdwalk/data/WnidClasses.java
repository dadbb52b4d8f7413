package org.sgdwalk.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.ClassSelection;

/** The classes that are used of those that a data set has, and their labels. */
final class WnidClasses {
  private final Set<String> all;
  private final List<String> selected;
  private final Map<String, Integer> labels = new HashMap<>();

  private WnidClasses(List<String> all, List<String> selected) {
    this.all = new HashSet<>(all);
    this.selected = selected;
    selected.forEach(wnid -> labels.put(wnid, labels.size()));
  }

  /**
   * The selection, in the order of the data set.
   *
   * @param source how messages call the data set
   * @param all every class it has, in its order
   * @throws DataException if it has not the classes selected
   */
  static WnidClasses of(String source, List<String> all, @Nullable ClassSelection selection) {
    if (selection instanceof ClassSelection.First first) {
      if (first.count() > all.size()) {
        throw new DataException(
            "data.classes %d: %s has %d classes; must be at most that"
                .formatted(first.count(), source, all.size()));
      }
      return new WnidClasses(all, all.subList(0, first.count()));
    }
    if (selection instanceof ClassSelection.Named named) {
      for (String name : named.names()) {
        if (!all.contains(name)) {
          throw new DataException(
              "data.classes: %s has no class %s; must be in its wnids.txt".formatted(source, name));
        }
      }
      return new WnidClasses(all, all.stream().filter(named.names()::contains).toList());
    }
    return new WnidClasses(all, all);
  }

  /** The selected classes; a class's label is its index. */
  List<String> selected() {
    return selected;
  }

  int count() {
    return selected.size();
  }

  /** Whether the data set has the class, selected or not. */
  boolean knows(String wnid) {
    return all.contains(wnid);
  }

  /** The class's label; null if it is not selected. */
  @Nullable Integer label(String wnid) {
    return labels.get(wnid);
  }
}
