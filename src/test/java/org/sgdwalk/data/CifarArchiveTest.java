package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CIFAR-10's archive")
class CifarArchiveTest {
  private static final String NAME = "dir/cifar-10-binary.tar.gz";
  private static final String FOLDER = "cifar-10-batches-bin/";
  private static final int TAR_BLOCK = 512;

  private static byte[] records(int... labels) {
    return CifarWriter.records(labels[0], labels);
  }

  /** Batches in an order that is not that of their numbers, as in the original. */
  private static ArchiveWriter good() {
    return new ArchiveWriter()
        .add(FOLDER + "data_batch_2.bin", records(3, 4))
        .add(FOLDER + "batches.meta.txt", "airplane\n".getBytes(StandardCharsets.UTF_8))
        .add(FOLDER + "test_batch.bin", records(9))
        .add(FOLDER + "data_batch_1.bin", records(1, 2, 0));
  }

  private static LoadedImages read(byte[] file, Split split) {
    return CifarArchive.read(new DataFile(NAME, file), split);
  }

  private static LoadedImages read(ArchiveWriter archive, Split split) {
    return read(IdxWriter.gzip(archive.tar()), split);
  }

  private static List<Integer> labels(LoadedImages loaded) {
    ImageSet set = loaded.images();
    return IntStream.range(0, set.count()).mapToObj(set::label).toList();
  }

  private static void assertRejected(ArchiveWriter archive, String message) {
    assertRejected(IdxWriter.gzip(archive.tar()), message);
  }

  private static void assertRejected(byte[] file, String message) {
    assertThatThrownBy(() -> read(file, Split.TRAINING))
        .isExactlyInstanceOf(DataException.class)
        .hasMessage(NAME + ": " + message);
  }

  @Test
  void gives_the_batches_in_the_order_of_their_numbers_and_the_test_batch() {
    byte[] file = IdxWriter.gzip(good().tar());
    LoadedImages training = read(file, Split.TRAINING);
    assertThat(labels(training)).containsExactly(1, 2, 0, 3, 4);
    assertThat(CifarWriter.records(training.images().slice(0, 3))).isEqualTo(records(1, 2, 0));
    assertThat(training.sha256())
        .containsOnly(java.util.Map.entry("cifar-10-binary.tar.gz", DigestUtils.sha256Hex(file)));
    assertThat(labels(read(file, Split.TEST))).containsExactly(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 5000})
  void may_be_gzip_of_several_members_that_end_within_a_record_or_a_header(int length) {
    byte[] file = IdxWriter.gzipInMembersOf(length, good().tar());
    LoadedImages training = read(file, Split.TRAINING);
    assertThat(labels(training)).containsExactly(1, 2, 0, 3, 4);
    assertThat(training.sha256())
        .containsOnly(java.util.Map.entry("cifar-10-binary.tar.gz", DigestUtils.sha256Hex(file)));
  }

  @Test
  void may_have_its_names_in_another_folder_or_after() {
    ArchiveWriter archive =
        new ArchiveWriter()
            .add("./a/", new byte[0], TarConstants.LF_DIR)
            .add("./a/data_batch_1.bin", records(5));
    assertThat(labels(read(archive, Split.TRAINING))).containsExactly(5);
  }

  @Nested
  @DisplayName("is rejected when")
  class Rejected {
    @ParameterizedTest
    @ValueSource(strings = {"../data_batch_3.bin", "a/../../data_batch_3.bin", "a/.."})
    void a_name_leads_out_of_it_tar_slip_whether_it_is_used_or_not(String name) {
      assertRejected(
          good().add(name, records(1)),
          "entry " + name + ": leads out of its folder; must be a path inside the archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "C:/x", "c:x", "a\\..\\b"})
    void a_name_is_absolute_or_not_of_slashes(String name) {
      assertRejected(
          good().add(name, new byte[1]),
          "entry " + name + ": must be a path inside the archive, with slashes");
    }

    @ParameterizedTest
    @ValueSource(
        bytes = {
          TarConstants.LF_SYMLINK,
          TarConstants.LF_LINK,
          TarConstants.LF_CHR,
          TarConstants.LF_BLK,
          TarConstants.LF_FIFO,
          TarConstants.LF_CONTIG
        })
    void an_entry_is_a_link_or_a_device(byte kind) {
      assertRejected(
          good().add(FOLDER + "data_batch_3.bin", new byte[0], kind),
          "entry cifar-10-batches-bin/data_batch_3.bin: is no plain file; links and devices must"
              + " not be there");
    }

    @Test
    void a_name_is_there_twice_or_a_batch_in_two_folders() {
      assertRejected(
          good()
              .add("./" + FOLDER + "readme.html", new byte[1])
              .add(FOLDER + "readme.html", new byte[1]),
          "entry cifar-10-batches-bin/readme.html: is there twice; every name must be there once");
      assertRejected(
          good().add("other/data_batch_1.bin", records(1)),
          "entry other/data_batch_1.bin: is the second data_batch_1; must be there once");
    }

    @Test
    void a_batch_of_the_part_is_missing() {
      String layout = "; must have the batches data_batch_1.bin and on, and test_batch.bin";
      assertRejected(
          new ArchiveWriter().add(FOLDER + "test_batch.bin", records(1)),
          "has no data_batch_1.bin" + layout);
      assertRejected(
          new ArchiveWriter()
              .add(FOLDER + "data_batch_1.bin", records(1))
              .add(FOLDER + "data_batch_3.bin", records(1)),
          "has no data_batch_2.bin" + layout);
      assertThatThrownBy(
              () ->
                  read(
                      new ArchiveWriter().add(FOLDER + "data_batch_1.bin", records(1)), Split.TEST))
          .hasMessage(NAME + ": has no test_batch.bin" + layout);
    }

    @Test
    void a_batch_has_a_defect() {
      String batch = FOLDER + "data_batch_3.bin";
      assertRejected(
          good().add(batch, records(1, 10)),
          batch + ": label 10 of record 1, counted from 0; must be 0 to 9");
      assertRejected(
          good().add(batch, Arrays.copyOf(records(1), 3000)),
          batch + ": 3000 bytes, remainder 3000; must be records of 3073 bytes");
      assertRejected(
          good().add(batch, new byte[0]), batch + ": is empty; must be records of 3073 bytes");
    }

    @Test
    void its_gzip_data_is_cut_off_at_any_place_corrupt_or_followed_by_more() {
      byte[] whole = IdxWriter.gzip(good().tar());
      for (int length = 2; length < whole.length; length += 97) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> read(cut, Split.TRAINING))
            .isExactlyInstanceOf(DataException.class)
            .message()
            .matches(NAME + ": (gzip data is cut off|is cut off or corrupt); must be a whole .*");
      }
      byte[] corrupt = whole.clone();
      corrupt[corrupt.length - 8] ^= 1;
      assertThatThrownBy(() -> read(corrupt, Split.TRAINING)).isInstanceOf(DataException.class);
      assertRejected(
          Arrays.copyOf(whole, whole.length + 3), "3 bytes after the gzip data; must end with it");
    }

    @Test
    void its_tar_data_is_cut_off_at_any_block_or_followed_by_more() {
      byte[] whole = good().tar();
      int end = whole.length;
      while (whole[end - 1] == 0) {
        end--;
      }
      for (int length = TAR_BLOCK / 2; length < end; length += TAR_BLOCK) {
        byte[] cut = IdxWriter.gzip(Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> read(cut, Split.TRAINING))
            .isExactlyInstanceOf(DataException.class)
            .message()
            .doesNotContain("\n");
      }
      byte[] longer = Arrays.copyOf(whole, whole.length + 1);
      longer[whole.length] = 1;
      assertRejected(
          IdxWriter.gzip(longer),
          "bytes behind the archive's end; must be zeros behind the archive's last entry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"77777777777 ", "-0000000001 ", "00000000001 ", "nonsense    "})
    void a_header_has_another_size_huge_negative_too_small_or_none(String size) {
      byte[] tar = good().tar();
      System.arraycopy(size.getBytes(StandardCharsets.US_ASCII), 0, tar, 124, size.length());
      assertThatThrownBy(() -> read(IdxWriter.gzip(withCheckSum(tar)), Split.TRAINING))
          .isExactlyInstanceOf(DataException.class)
          .message()
          .startsWith(NAME + ": ")
          .hasLineCount(1);
    }

    @Test
    void a_header_has_a_negative_size_in_binary() {
      byte[] tar = good().tar();
      Arrays.fill(tar, 124, 136, (byte) 0xff);
      assertThatThrownBy(() -> read(IdxWriter.gzip(withCheckSum(tar)), Split.TRAINING))
          .isExactlyInstanceOf(DataException.class);
    }

    /** Makes the first header's check sum right again. */
    private byte[] withCheckSum(byte[] tar) {
      Arrays.fill(tar, 148, 156, (byte) ' ');
      int sum = 0;
      for (int i = 0; i < TAR_BLOCK; i++) {
        sum += tar[i] & 0xff;
      }
      String text = String.format(Locale.ROOT, "%06o\0 ", sum);
      System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, tar, 148, text.length());
      return tar;
    }

    @Test
    void a_header_does_not_have_its_check_sum() {
      byte[] tar = good().tar();
      tar[100] ^= 1; // of the mode, which nobody reads
      assertRejected(
          IdxWriter.gzip(tar),
          "entry cifar-10-batches-bin/data_batch_2.bin: its header does not have its check sum");
    }

    @Test
    void it_has_too_many_entries() {
      ArchiveWriter archive = good();
      for (int i = 0; i < 97; i++) {
        archive.add("more" + i, new byte[0]);
      }
      assertRejected(archive, "has more entries than it may have; must be at most 100");
    }

    @Test
    void it_unfolds_to_more_than_cifar_10_has_a_bomb_of_200_kb() {
      byte[] file = IdxWriter.gzip(new ArchiveWriter().add("zeros", new byte[202_000_000]).tar());
      assertThat(file.length).isLessThan(250_000);
      assertRejected(file, "unfolds to more bytes than it may; must be at most 201157216");
    }
  }
}
