package org.sgdwalk.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Reader of CIFAR-10's binary version as it is published, {@code cifar-10-binary.tar.gz}: its
 * batches are {@code .bin} files in one folder. One pass; nothing is written to disk.
 */
final class CifarArchive {
  /** The original has eight, folder included. */
  static final int MAX_ENTRIES = 100;

  /** What all images take, with room for headers and the small texts beside them. */
  static final long MAX_BYTES = (long) CifarFile.MAX_RECORDS * CifarFile.RECORD_BYTES + (1 << 24);

  /** The smallest block: of larger ones the decoder would skip the rest unseen. */
  private static final int BLOCK = 512;

  private static final String EXPECTED = "zeros behind the archive's last entry";

  private final FileContent content;
  private final ArchiveGuard guard;
  private final Predicate<String> wanted;
  private final Map<String, ImageSet> batches = new HashMap<>();

  private CifarArchive(FileContent content, Predicate<String> wanted) {
    this.content = content;
    this.guard = new ArchiveGuard(content.name(), MAX_ENTRIES);
    this.wanted = wanted;
  }

  /**
   * The examples of a part, batch behind batch in the order of their numbers.
   *
   * @throws DataException at any defect of the archive, an entry that is neither a file nor a
   *     folder or whose name leads out of it, or if a batch of the part is missing
   */
  static LoadedImages read(Path path, Split split) {
    return read(DataFile.at(path), split);
  }

  static LoadedImages read(DataFile file, Split split) {
    Pattern batch = Pattern.compile(split == Split.TRAINING ? "data_batch_[1-5]" : "test_batch");
    try (FileContent content = new FileContent(file)) {
      CifarArchive archive = new CifarArchive(content, batch.asMatchPredicate());
      archive.readEntries();
      ImageSet images = ImageSet.concatenate(archive.inOrder(split));
      return new LoadedImages(images, Map.of(content.fileName(), content.sha256()));
    }
  }

  private void readEntries() {
    InputStream bounded = new BoundedStream(content.name(), content.stream(), MAX_BYTES);
    try {
      TarArchiveInputStream tar = new TarArchiveInputStream(bounded, BLOCK);
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        readEntry(entry, tar);
      }
      requireZeros(bounded);
    } catch (IOException | RuntimeException e) {
      // Of damaged headers the decoder throws IllegalArgumentException and the like, too.
      throw e instanceof DataException known
          ? known
          : new DataException(
              content.name() + ": is cut off or corrupt; must be a whole .tar.gz archive", e);
    }
    content.requireEnd(EXPECTED);
  }

  private void readEntry(TarArchiveEntry entry, InputStream tar) throws IOException {
    String path = guard.admit(entry.getName());
    if (!entry.isCheckSumOK()) {
      throw guard.refused(entry.getName(), "its header does not have its check sum");
    }
    if (entry.isDirectory()) {
      return;
    }
    if (!isPlain(entry)) {
      throw guard.refused(entry.getName(), "is no plain file; links and devices must not be there");
    }
    String file = path.substring(path.lastIndexOf('/') + 1);
    String name = file.endsWith(".bin") ? file.substring(0, file.length() - 4) : "";
    if (wanted.test(name)) {
      readBatch(name, entry, tar);
    }
  }

  private static boolean isPlain(TarArchiveEntry entry) {
    byte kind = entry.getLinkFlag();
    return (kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM) && !entry.isSparse();
  }

  private void readBatch(String name, TarArchiveEntry entry, InputStream tar) throws IOException {
    if (batches.containsKey(name)) {
      throw guard.refused(entry.getName(), "is the second " + name + "; must be there once");
    }
    String where = content.name() + ": " + entry.getName();
    ImageSet batch = CifarFile.read(where, tar);
    if ((long) batch.count() * CifarFile.RECORD_BYTES != entry.getSize()) {
      throw new DataException(
          "%s: %d bytes; must be at most %d records of %d bytes"
              .formatted(where, entry.getSize(), CifarFile.MAX_RECORDS, CifarFile.RECORD_BYTES));
    }
    batches.put(name, batch);
  }

  private void requireZeros(InputStream rest) throws IOException {
    byte[] buffer = new byte[1 << 13];
    for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
      for (int i = 0; i < read; i++) {
        if (buffer[i] != 0) {
          throw new DataException(
              content.name() + ": bytes behind the archive's end; must be " + EXPECTED);
        }
      }
    }
  }

  private List<ImageSet> inOrder(Split split) {
    List<ImageSet> sets = new ArrayList<>();
    for (int batch = 1; sets.size() < batches.size(); batch++) {
      String name = split == Split.TRAINING ? "data_batch_" + batch : "test_batch";
      ImageSet set = batches.get(name);
      if (set == null) {
        throw missing(name);
      }
      sets.add(set);
    }
    if (sets.isEmpty()) {
      throw missing(split == Split.TRAINING ? "data_batch_1" : "test_batch");
    }
    return sets;
  }

  private DataException missing(String name) {
    return new DataException(
        "%s: has no %s.bin; must have the batches data_batch_1.bin and on, and test_batch.bin"
            .formatted(content.name(), name));
  }
}
