package org.sgdwalk.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The batches of CIFAR-10, {@code data_batch_1.bin} and so on, gzip-compressed or not. */
final class CifarBatches {
  private CifarBatches() {}

  /**
   * Reads files one behind the other.
   *
   * @param files one or more
   * @throws DataException if one has a defect
   */
  static LoadedImages read(List<Path> files) {
    List<ImageSet> batches = new ArrayList<>();
    Map<String, String> sha256 = new HashMap<>();
    for (Path path : files) {
      LoadedImages batch = CifarFile.read(DataFile.at(path));
      batches.add(batch.images());
      sha256.putAll(batch.sha256());
    }
    return new LoadedImages(ImageSet.concatenate(batches), sha256);
  }
}
