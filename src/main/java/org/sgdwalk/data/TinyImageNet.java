package org.sgdwalk.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.ClassSelection;

/**
 * Reader of Tiny ImageNet (Stanford CS231n), of its zip archive or its unpacked folder: {@code
 * wnids.txt} with a class a line, {@code train/WNID/images/WNID_0.JPEG} and on, {@code
 * val/images/val_0.JPEG} and on with {@code val/val_annotations.txt}. All are 64 x 64; gray ones
 * become red, green and blue.
 *
 * <p>The published set has no order across classes. Here its training file has image 0 of every
 * class, then image 1 of every class, and so on, classes as in {@code wnids.txt}: so the first ones
 * and the last ones have as many of each class, give or take one.
 */
final class TinyImageNet {
  static final ImageShape SHAPE = new ImageShape(3, 64, 64);

  /** The original has 120,609 entries. */
  static final int MAX_ENTRIES = 150_000;

  /** The original's entries take 0.4 GB together. */
  static final long MAX_BYTES = 1L << 30;

  /** Of one image; the largest one here has 6 kB, and 64 x 64 x 3 bytes are 12 kB. */
  static final int MAX_IMAGE_BYTES = 1 << 17;

  /** Of wnids.txt and val_annotations.txt, whose 10,000 lines take 0.4 MB. */
  static final int MAX_TEXT_BYTES = 1 << 23;

  private static final String ROOT = "tiny-imagenet-200/";
  private static final String WNIDS = "wnids.txt";
  private static final Pattern WNID = Pattern.compile("n\\d{8}");

  private TinyImageNet() {}

  /**
   * The examples of a part, and {@link FileTree#sha256} under the name of the archive or folder.
   *
   * @param zipOrFolder the archive, or the folder that has {@code wnids.txt} or has {@code
   *     tiny-imagenet-200}
   * @param split training images, or those of {@code val}: the images of {@code test} have no
   *     labels
   * @param selection which classes; null for all
   * @throws DataException at any defect, or if a selected class is not there
   */
  static LoadedImages read(Path zipOrFolder, Split split, @Nullable ClassSelection selection) {
    try (FileTree files = open(zipOrFolder)) {
      String root = root(files);
      WnidClasses classes = WnidClasses.of(files.name(), wnids(files, root), selection);
      LabelledFiles labelled =
          split == Split.TRAINING
              ? TinyImageNetTraining.list(files, root + "train/", classes)
              : TinyImageNetValidation.list(files, root + "val/", classes);
      ImageSet images = labelled.load(files, classes.count());
      return new LoadedImages(
          images, Map.of(String.valueOf(zipOrFolder.getFileName()), files.sha256()));
    }
  }

  private static FileTree open(Path zipOrFolder) {
    return Files.isDirectory(zipOrFolder)
        ? new FolderTree(zipOrFolder)
        : new ZipTree(zipOrFolder, MAX_ENTRIES, MAX_BYTES);
  }

  private static String root(FileTree files) {
    for (String root : List.of(ROOT, "")) {
      if (files.has(root + WNIDS)) {
        return root;
      }
    }
    throw new DataException(
        files.name() + ": has no " + ROOT + WNIDS + "; must have the layout of Tiny ImageNet");
  }

  private static List<String> wnids(FileTree files, String root) {
    List<String> wnids = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String wnid : lines(files, root + WNIDS)) {
      if (!WNID.matcher(wnid).matches() || !seen.add(wnid)) {
        throw new DataException(
            "%s: %s: line %d; must be n and eight digits, each class once"
                .formatted(files.name(), root + WNIDS, wnids.size() + 1));
      }
      wnids.add(wnid);
    }
    if (wnids.isEmpty() || wnids.size() > ImageSet.MAX_CLASSES) {
      throw new DataException(
          "%s: %s: %d classes; must be 1 to %d"
              .formatted(files.name(), root + WNIDS, wnids.size(), ImageSet.MAX_CLASSES));
    }
    return wnids;
  }

  static List<String> lines(FileTree files, String path) {
    byte[] text = files.read(path, MAX_TEXT_BYTES);
    return new String(text, StandardCharsets.UTF_8).lines().toList();
  }
}
