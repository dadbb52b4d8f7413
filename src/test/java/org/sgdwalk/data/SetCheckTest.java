package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.data.FileCheck.Result;

@DisplayName("A check of a set's files")
class SetCheckTest {
  private static final byte[] CONTENT = "the content".getBytes(StandardCharsets.UTF_8);
  private static final byte[] GZIP = IdxWriter.gzip(CONTENT);
  private static final PublishedSet SET =
      new PublishedSet(
          "set",
          "a set",
          10,
          new ImageShape(1, 1, 1),
          1,
          1,
          null,
          "none",
          "here",
          "here",
          List.of(URI.create("https://example.org/")),
          List.of(new PublishedFile("a.gz", GZIP.length, DigestUtils.sha256Hex(GZIP))),
          List.of(
              new PublishedFile("a", CONTENT.length, DigestUtils.sha256Hex(CONTENT)),
              new PublishedFile("b", CONTENT.length, DigestUtils.sha256Hex(CONTENT)),
              new PublishedFile("c", 3, null)),
          List.of(),
          List.of());

  @TempDir private Path folder;

  private FileCheck check(String file, byte[] bytes) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    return new SetCheck(SET)
        .of(folder).stream().filter(check -> check.file().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void knows_originals() throws IOException {
    assertThat(check("a.gz", GZIP).result()).isEqualTo(Result.ORIGINAL);
    assertThat(check("a", CONTENT).result()).isEqualTo(Result.ORIGINAL);
    assertThat(check("unpacked/b", CONTENT).result()).isEqualTo(Result.ORIGINAL);
  }

  @Test
  void knows_the_original_s_content_in_another_gzip() throws IOException {
    byte[] other = GZIP.clone();
    other[9] = 3; // the operating system's number, in the header

    assertThat(check("a.gz", other).result()).isEqualTo(Result.SAME_CONTENT);
    assertThat(check("b.gz", GZIP).result()).isEqualTo(Result.SAME_CONTENT);
    assertThat(check("unpacked/b.gz", GZIP).result()).isEqualTo(Result.SAME_CONTENT);
  }

  @Test
  void tells_how_a_file_differs() throws IOException {
    byte[] other = CONTENT.clone();
    other[0]++;

    assertThat(check("a", other))
        .extracting(FileCheck::result, FileCheck::detail)
        .containsExactly(
            Result.DIFFERENT,
            "sha256 "
                + DigestUtils.sha256Hex(other)
                + "; the original has "
                + DigestUtils.sha256Hex(CONTENT));
    assertThat(check("b.gz", IdxWriter.gzip(new byte[5])).detail())
        .isEqualTo("5 bytes of the original's 11: a part of it at most");
    assertThat(check("b.gz", IdxWriter.gzip(new byte[10_000_000])).detail())
        .isEqualTo("more bytes than the original's 11");
    assertThat(check("a.gz", IdxWriter.gzip(other)).result()).isEqualTo(Result.DIFFERENT);
  }

  @Test
  void tells_that_a_gzip_is_none() throws IOException {
    assertThat(check("a.gz", CONTENT))
        .extracting(FileCheck::result, FileCheck::detail)
        .containsExactly(Result.DIFFERENT, "is not gzip; must be a gzip file (1f 8b ...)");
    assertThat(check("b.gz", Arrays.copyOf(GZIP, 15)).result()).isEqualTo(Result.DIFFERENT);
  }

  @Test
  void reads_gzip_of_several_members_as_a_run_does() throws IOException {
    byte[] members = IdxWriter.gzipInMembersOf(4, CONTENT);

    assertThat(check("b.gz", members).result()).isEqualTo(Result.SAME_CONTENT);
    assertThat(check("b.gz", Arrays.copyOf(members, members.length - 1)))
        .extracting(FileCheck::result, FileCheck::detail)
        .containsExactly(Result.DIFFERENT, "gzip data is cut off; must be a whole gzip file");
    assertThat(check("b.gz", Arrays.copyOf(members, members.length + 5)))
        .extracting(FileCheck::result, FileCheck::detail)
        .containsExactly(Result.DIFFERENT, "5 bytes after the gzip data; must end with it");
    assertThat(check("b.gz", Arrays.copyOf(GZIP, GZIP.length + 5)).detail())
        .isEqualTo("5 bytes after the gzip data; must end with it");
  }

  /** To open a pipe is to wait for a writer. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void does_not_wait_for_a_pipe() throws IOException, InterruptedException {
    Path pipe = folder.resolve("b.gz");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(mkfifo.waitFor() == 0, "no mkfifo here");

    assertThat(new SetCheck(SET).of(folder))
        .extracting(FileCheck::result, FileCheck::detail)
        .containsExactly(tuple(Result.DIFFERENT, "is no plain file; must be a file"));
  }

  @Test
  void tells_that_a_link_leads_nowhere() throws IOException {
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("none"));

    assertThat(new SetCheck(SET).of(folder))
        .extracting(FileCheck::result, FileCheck::detail)
        .containsExactly(tuple(Result.DIFFERENT, "is missing; must be a file"));
  }

  @Test
  void does_not_vouch_without_a_sum_nor_know_foreign_files() throws IOException {
    assertThat(check("c", new byte[3]).result()).isEqualTo(Result.UNKNOWN);
    assertThat(check("c.gz", IdxWriter.gzip(new byte[3])).result()).isEqualTo(Result.UNKNOWN);
    assertThat(check("notes.txt", new byte[3]).result()).isEqualTo(Result.FOREIGN);
  }

  @Test
  void is_in_order_without_hidden_files_and_with_a_line_a_strange_folder() throws IOException {
    check("b", CONTENT);
    check("a.gz", GZIP);
    Files.writeString(folder.resolve(".a.gz.part"), "half");
    Files.writeString(Files.createDirectory(folder.resolve("images")).resolve("1.JPEG"), "x");

    assertThat(new SetCheck(SET).of(folder))
        .extracting(check -> folder.relativize(check.file()).toString(), FileCheck::result)
        .containsExactly(
            tuple("a.gz", Result.ORIGINAL),
            tuple("b", Result.ORIGINAL),
            tuple("images", Result.UNKNOWN));
    assertThat(new SetCheck(SET).of(folder.resolve("none"))).isEmpty();
  }

  @Test
  void tells_which_part_is_not_whole() throws IOException {
    PublishedSet cifar = PublishedSets.named("cifar-10");
    Files.write(folder.resolve("data_batch_1.bin"), CONTENT);
    Files.write(folder.resolve("test_batch.bin"), CONTENT);
    assertThat(partial(cifar)).containsExactly("training part: 1 of 5 files, a run reads those");

    Files.write(folder.resolve("data_batch_3.bin"), CONTENT);
    assertThat(partial(cifar))
        .containsExactly(
            "training part: "
                + folder.resolve("data_batch_3.bin")
                + ": is there, but data_batch_2.bin.gz is not; must be all up to the last one"
                + " there is");

    Files.write(folder.resolve("cifar-10-binary.tar.gz"), CONTENT);
    assertThat(partial(cifar)).isEmpty();
  }

  private List<String> partial(PublishedSet set) {
    return new SetCheck(set)
        .of(folder).stream()
            .filter(check -> check.result() == Result.PARTIAL)
            .map(FileCheck::detail)
            .toList();
  }
}
