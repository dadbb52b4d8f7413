package org.sgdwalk.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the ways in which the files of a part of a set may lie in a folder. Each file is a list of
 * alternatives, the first that is there counts: a path within the folder; a path ending with {@code
 * /} is a folder; {@code *} in a name is any text.
 *
 * @param required files without which the part is not there, at least one
 * @param further files behind those, in this order; the last ones may be missing
 */
public record Layout(List<List<String>> required, List<List<String>> further) {
  /** Copies the lists; absent is none. */
  public Layout(List<List<String>> required, @Nullable List<List<String>> further) {
    this.required = required.stream().map(List::copyOf).toList();
    this.further = further == null ? List.of() : further.stream().map(List::copyOf).toList();
    if (required.isEmpty() || required.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("layout " + required + "; must name a file at least");
    }
  }
}
