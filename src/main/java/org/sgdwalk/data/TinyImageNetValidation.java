package org.sgdwalk.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lists the validation images of Tiny ImageNet, whose classes are in a text beside them. */
final class TinyImageNetValidation {
  private static final String ANNOTATIONS = "val_annotations.txt";
  private static final Pattern IMAGE = Pattern.compile("val_\\d+\\.JPEG");

  /** File, class, and the four sides of a box that is not used here. */
  private static final int FIELDS = 6;

  private TinyImageNetValidation() {}

  /**
   * The images of the selected classes in the order of {@code val_annotations.txt}.
   *
   * @param folder its path, ended by a slash
   * @throws DataException at any defect of a line, or if no image is left
   */
  static LabelledFiles list(FileTree files, String folder, WnidClasses classes) {
    LabelledFiles labelled = new LabelledFiles();
    Set<String> seen = new HashSet<>();
    String where = files.name() + ": " + folder + ANNOTATIONS;
    List<String> lines = TinyImageNet.lines(files, folder + ANNOTATIONS);
    for (int i = 0; i < lines.size(); i++) {
      String[] fields = lines.get(i).split("\t", -1);
      if (fields.length != FIELDS
          || !IMAGE.matcher(fields[0]).matches()
          || !classes.knows(fields[1])
          || !seen.add(fields[0])) {
        throw new DataException(
            "%s: line %d; must be an image, each once, a class of wnids.txt and four numbers, with tabs"
                .formatted(where, i + 1));
      }
      Integer label = classes.label(fields[1]);
      if (label != null) {
        labelled.add(folder + "images/" + fields[0], label);
      }
    }
    if (labelled.count() == 0) {
      throw new DataException(where + ": no image of the classes; must be at least one");
    }
    return labelled;
  }
}
