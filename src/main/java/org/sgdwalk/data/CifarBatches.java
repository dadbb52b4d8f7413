package org.sgdwalk.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The batches of CIFAR-10 in a folder, {@code data_batch_1.bin} and so on, gzip-compressed or not:
 * in the folder itself or in {@code cifar-10-batches-bin}, as the original archive unpacks. A batch
 * that is there more than once is read from the first place: gzip before plain, the folder itself
 * before the other.
 */
final class CifarBatches {
  private static final String TRAINING = "data_batch_";
  private static final int TRAINING_BATCHES = 5;
  private static final String TEST = "test_batch";

  private final Path folder;

  /**
   * Batches in {@code folder}.
   *
   * @param folder need not exist
   */
  CifarBatches(Path folder) {
    this.folder = folder;
  }

  /** Name of the file without which there is no such part. */
  static String firstFile(Split split) {
    return (split == Split.TRAINING ? TRAINING + 1 : TEST) + ".bin.gz";
  }

  /** Whether the first training batch is there. */
  boolean isAvailable() {
    return find(TRAINING + 1).isPresent();
  }

  /**
   * The files of a part in the order of their examples; none if it is not there. For training: as
   * many of the five batches as there are.
   *
   * @throws DataException if a batch is there but not the one before it
   */
  List<Path> files(Split split) {
    return split == Split.TRAINING ? trainingFiles() : find(TEST).stream().toList();
  }

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

  private List<Path> trainingFiles() {
    List<Path> files = new ArrayList<>();
    for (int batch = 1; batch <= TRAINING_BATCHES; batch++) {
      Optional<Path> file = find(TRAINING + batch);
      if (file.isPresent() && files.size() < batch - 1) {
        throw new DataException(
            "%s: is there, but %s%d is not; must be all batches up to the last one there is"
                .formatted(file.get(), TRAINING, files.size() + 1));
      }
      file.ifPresent(files::add);
    }
    return files;
  }

  private Optional<Path> find(String batch) {
    Path unpacked = folder.resolve("cifar-10-batches-bin");
    return List.of(folder, unpacked).stream()
        .flatMap(in -> List.of(batch + ".bin.gz", batch + ".bin").stream().map(in::resolve))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
