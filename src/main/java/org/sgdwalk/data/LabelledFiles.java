package org.sgdwalk.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** JPEG files of a tree in the order of the examples they become, with their labels. */
final class LabelledFiles {
  /** Files that one decoder takes in a row: enough to be worth its start. */
  private static final int BATCH = 256;

  private final List<String> paths = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();

  void add(String path, int label) {
    paths.add(path);
    labels.add(label);
  }

  int count() {
    return paths.size();
  }

  /**
   * Decodes all files, on all processors; the result does not depend on how many there are.
   *
   * @param classes number of classes
   * @throws DataException if a file has a defect
   */
  ImageSet load(FileTree files, int classes) {
    List<byte[]> images =
        IntStream.range(0, (count() + BATCH - 1) / BATCH)
            .parallel()
            .mapToObj(batch -> decode(files, batch * BATCH))
            .flatMap(List::stream)
            .toList();
    byte[] bytes = new byte[count()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = labels.get(i).byteValue();
    }
    return new ImageSet(TinyImageNet.SHAPE, classes, images, bytes);
  }

  private List<byte[]> decode(FileTree files, int first) {
    try (JpegImages jpeg = new JpegImages(TinyImageNet.SHAPE)) {
      return paths.subList(first, Math.min(first + BATCH, count())).stream()
          .map(
              path ->
                  jpeg.decode(
                      files.name() + ": " + path, files.read(path, TinyImageNet.MAX_IMAGE_BYTES)))
          .toList();
    }
  }
}
