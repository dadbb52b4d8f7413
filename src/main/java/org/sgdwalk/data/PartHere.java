package org.sgdwalk.data;

import java.nio.file.Path;
import java.util.Locale;

/**
 * How much of a part of a set is here, as far as names tell: no file is opened.
 *
 * @param located its files
 * @param set the set
 * @param split the part
 */
record PartHere(LocatedFiles located, PublishedSet set, Split split) {
  /** The folder, and what of the part is there where that is not all, or cannot be told. */
  String text() {
    if (located.isShort()) {
      return located.folder() + ", " + located.count() + ": " + images();
    }
    return located.files().stream()
        .filter(file -> !isPublished(file))
        .findFirst()
        .map(file -> located.folder() + ", " + name(file) + ": images not counted")
        .orElse(located.folder().toString());
  }

  /** The files of a part that has several have as many images each. */
  private String images() {
    int all = split == Split.TRAINING ? set.training() : set.evaluation();
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s images as published",
        (long) all * located.files().size() / located.of(),
        all,
        split == Split.TRAINING ? "training" : "evaluation");
  }

  private boolean isPublished(Path file) {
    String name = name(file);
    return set.file(name).isPresent() || set.file(name.replaceFirst("\\.gz$", "")).isPresent();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
