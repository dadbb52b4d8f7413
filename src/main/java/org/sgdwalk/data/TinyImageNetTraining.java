package org.sgdwalk.data;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Lists the training images of Tiny ImageNet: the images of a class are numbered from 0. */
final class TinyImageNetTraining {
  private TinyImageNetTraining() {}

  /**
   * Image 0 of every class, then image 1 of every class, and so on. A file of another name beside
   * them is not looked at.
   *
   * @param folder its path, ended by a slash
   * @throws DataException if a number is missing before another, or the classes have not as many
   *     images each
   */
  static LabelledFiles list(FileTree files, String folder, WnidClasses classes) {
    String first = classes.selected().get(0);
    int perClass = count(files, folder, first);
    for (String wnid : classes.selected()) {
      int count = count(files, folder, wnid);
      if (count != perClass) {
        throw new DataException(
            "%s: %s%s has %d images, %s has %d; must be the same number"
                .formatted(files.name(), folder, wnid, count, first, perClass));
      }
    }
    LabelledFiles labelled = new LabelledFiles();
    for (int number = 0; number < perClass; number++) {
      for (int label = 0; label < classes.count(); label++) {
        String wnid = classes.selected().get(label);
        labelled.add(images(folder, wnid) + image(wnid, number), label);
      }
    }
    return labelled;
  }

  private static int count(FileTree files, String folder, String wnid) {
    Set<String> names = files.filesIn(images(folder, wnid).replaceFirst("/$", ""));
    Predicate<String> isImage = Pattern.compile(wnid + "_\\d+\\.JPEG").asMatchPredicate();
    int count = (int) names.stream().filter(isImage).count();
    for (int number = 0; number < Math.max(count, 1); number++) {
      if (!names.contains(image(wnid, number))) {
        throw new DataException(
            "%s: has no %s; must have the images of the class from 0 on, none missing"
                .formatted(files.name(), images(folder, wnid) + image(wnid, number)));
      }
    }
    return count;
  }

  private static String images(String folder, String wnid) {
    return folder + wnid + "/images/";
  }

  private static String image(String wnid, int number) {
    return wnid + "_" + number + ".JPEG";
  }
}
