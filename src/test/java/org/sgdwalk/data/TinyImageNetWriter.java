package org.sgdwalk.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small Tiny ImageNet: three classes of two training images, four validation images. */
final class TinyImageNetWriter {
  static final String ROOT = "tiny-imagenet-200/";
  static final String A = "n01443537";
  static final String B = "n01770393";
  static final String C = "n00000003";

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  TinyImageNetWriter() {
    text("wnids.txt", A + "\n" + B + "\n" + C + "\n");
    text("words.txt", A + "\tgoldfish\n");
    int seed = 0;
    for (String wnid : new String[] {A, B, C}) {
      text("train/" + wnid + "/" + wnid + "_boxes.txt", "");
      for (int number = 0; number < 2; number++) {
        put(image(wnid, number), JpegWriter.blocks(seed++));
      }
    }
    String box = "\t0\t32\t44\t62\n";
    text(
        "val/val_annotations.txt",
        "val_0.JPEG\t"
            + B
            + box
            + "val_7.JPEG\t"
            + A
            + box
            + "val_8.JPEG\t"
            + C
            + box
            + "val_9.JPEG\t"
            + A
            + box);
    for (int number : new int[] {0, 7, 8, 9}) {
      put("val/images/val_" + number + ".JPEG", JpegWriter.blocks(100 + number));
    }
  }

  static String image(String wnid, int number) {
    return "train/" + wnid + "/images/" + wnid + "_" + number + ".JPEG";
  }

  /** Adds or replaces a file below the root. */
  TinyImageNetWriter put(String path, byte[] content) {
    files.put(ROOT + path, content);
    return this;
  }

  TinyImageNetWriter text(String path, String content) {
    return put(path, content.getBytes(StandardCharsets.UTF_8));
  }

  TinyImageNetWriter remove(String path) {
    if (files.remove(ROOT + path) == null) {
      throw new IllegalArgumentException("there is no " + path);
    }
    return this;
  }

  byte[] file(String path) {
    return files.getOrDefault(ROOT + path, new byte[0]);
  }

  ArchiveWriter archive() {
    ArchiveWriter archive = new ArchiveWriter();
    files.forEach(archive::add);
    return archive;
  }

  byte[] zip() {
    return archive().zip();
  }

  /** Writes the files below {@code folder}. */
  void unpack(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }
}
