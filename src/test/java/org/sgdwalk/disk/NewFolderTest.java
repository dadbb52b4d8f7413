package org.sgdwalk.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder that appears whole or not at all")
class NewFolderTest {
  @TempDir private Path root;

  @Test
  void is_filled_beside_its_place_and_published_with_all_that_is_in_it() throws IOException {
    Path place = root.resolve("a/b/run");
    try (NewFolder folder = NewFolder.open(place)) {
      assertThat(folder.partial()).isEqualTo(root.resolve("a/b/run.partial")).isDirectory();
      assertThat(folder.partial()).isEmptyDirectory();
      Files.writeString(Files.createDirectory(folder.content().resolve("in")).resolve("f"), "x");
      assertThat(place).doesNotExist();
      folder.publish();
    }
    assertThat(place.resolve("in/f")).hasContent("x");
    assertThat(place.getParent()).isDirectoryNotContaining(path -> !path.equals(place));
  }

  @Test
  void leaves_nothing_where_it_is_not_published_not_even_parents() throws IOException {
    try (NewFolder folder = NewFolder.open(root.resolve("a/b/run"))) {
      Files.writeString(folder.content().resolve("f"), "x");
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void is_refused_while_another_one_has_it_and_taken_once_that_is_gone() {
    Path place = root.resolve("run");
    try (NewFolder first = NewFolder.open(place)) {
      assertThat(first.partial()).isDirectory();
      assertThatThrownBy(() -> NewFolder.open(place))
          .isInstanceOf(DiskException.class)
          .hasMessage(place + ": another process is writing it");
      assertThat(first.partial()).isDirectory();
    }
    NewFolder.open(place).close();
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void is_waited_for_and_there_by_then() throws Exception {
    Path place = root.resolve("run");
    CountDownLatch waits = new CountDownLatch(1);
    NewFolder first = NewFolder.open(place);
    Thread second =
        new Thread(
            () -> {
              try (NewFolder folder = NewFolder.await(place, waits::countDown)) {
                assertThat(place).isDirectory();
                assertThat(folder.partial()).isEmptyDirectory();
              }
            });
    second.start();
    assertThat(waits.await(1, TimeUnit.MINUTES)).isTrue();
    first.content();
    first.publish();
    first.close();
    second.join();
    assertThat(root).isDirectoryNotContaining(path -> !path.equals(place));
  }

  /** Who closes it removes what is its own, and nothing of the next one's. */
  @Test
  void is_one_holders_alone_however_many_come_and_go() throws Exception {
    Path place = root.resolve("place");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Integer>> lost = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      lost.add(threads.submit(() -> lost(place)));
    }
    for (Future<Integer> of : lost) {
      assertThat(of.get()).isZero();
    }
    threads.shutdown();
    assertThat(root).isEmptyDirectory();
  }

  /** How often a holder's folder went under its hands. */
  private static int lost(Path place) {
    int lost = 0;
    for (int i = 0; i < 1000; i++) {
      try (NewFolder folder = NewFolder.await(place, () -> {})) {
        for (int look = 0; look < 20; look++) {
          lost += Files.isDirectory(folder.partial()) ? 0 : 1;
        }
      }
    }
    return lost;
  }

  @Test
  void keeps_for_the_next_what_is_to_be_kept() throws IOException {
    Path place = root.resolve("run");
    try (NewFolder folder = NewFolder.open(place)) {
      Files.writeString(folder.partial().resolve("checkpoint"), "x");
      folder.keep();
    }
    try (NewFolder folder = NewFolder.open(place)) {
      assertThat(folder.partial()).isNotEmptyDirectory();
      folder.clear();
      assertThat(folder.partial()).isEmptyDirectory();
    }
  }

  @Test
  void is_filled_anew_and_has_what_is_kept_until_it_is_in_its_place() throws IOException {
    Path place = root.resolve("run");
    try (NewFolder folder = NewFolder.open(place)) {
      Files.writeString(folder.partial().resolve("checkpoint"), "x");
      Files.writeString(folder.content().resolve("half"), "x");
      folder.keep();
    }
    try (NewFolder folder = NewFolder.open(place)) {
      assertThat(folder.content()).isEmptyDirectory();
      assertThat(folder.partial().resolve("checkpoint")).exists();
      folder.publish();
    }
    assertThat(root).isDirectoryNotContaining(path -> !path.equals(place));
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void removes_what_is_left_of_a_process_that_died_once_it_was_in_its_place() throws IOException {
    Path place = Files.createDirectory(root.resolve("run"));
    Path partial = Files.createDirectory(root.resolve("run.partial"));
    Files.writeString(partial.resolve("f"), "x");
    Files.createFile(partial.resolve("moved"));
    Files.writeString(root.resolve("run.partial.lock"), "dead");

    assertRefused(place, "exists already");
    assertThat(root).isDirectoryNotContaining(path -> !path.equals(place));

    Files.writeString(root.resolve("run.partial.lock"), "dead when the rest was gone");
    assertRefused(place, "exists already");
    assertThat(root).isDirectoryNotContaining(path -> !path.equals(place));

    Files.createDirectory(partial);
    Files.writeString(root.resolve("run.partial.lock"), "dead when its files were gone");
    assertRefused(place, "exists already");
    assertThat(root).isDirectoryNotContaining(path -> !path.equals(place));
  }

  /** A folder that somebody has made there is none that was moved there. */
  @Test
  void leaves_what_is_kept_for_one_that_is_not_in_its_place() throws IOException {
    Path place = root.resolve("run");
    try (NewFolder folder = NewFolder.open(place)) {
      Files.writeString(folder.partial().resolve("checkpoint"), "x");
      folder.keep();
    }
    Files.createDirectory(place);

    assertRefused(place, "exists already");
    assertThat(root.resolve("run.partial/checkpoint")).exists();

    Files.delete(place);
    try (NewFolder folder = NewFolder.open(place)) {
      assertThat(folder.partial().resolve("checkpoint")).exists();
    }
  }

  @Test
  void is_not_deleted_with_files_of_somebody_else() throws IOException {
    Path notes = Files.createDirectory(root.resolve("run.partial")).resolve("notes.txt");
    Files.writeString(notes, "x");
    try (NewFolder folder = NewFolder.open(root.resolve("run"))) {
      assertThatThrownBy(() -> folder.requireOnly(name -> name.startsWith("checkpoint")))
          .isInstanceOf(DiskException.class)
          .hasMessageStartingWith(notes + ": is in the way");
    }
    assertThat(notes).exists();
  }

  @Test
  void locks_no_file_that_a_link_leads_to() throws IOException {
    Path important = Files.writeString(root.resolve("important"), "x");
    Files.createSymbolicLink(root.resolve("run.partial.lock"), important);

    assertRefused(root.resolve("run"), "is no plain file");
    assertThat(important).hasContent("x");
  }

  private void assertRefused(Path place, String... words) {
    assertThatThrownBy(() -> NewFolder.open(place))
        .isInstanceOf(DiskException.class)
        .hasMessageStartingWith(place + ": ")
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("\n", "Exception");
  }

  @Test
  void is_refused_before_the_work_where_it_cannot_be_made() throws IOException {
    Path dangling = Files.createSymbolicLink(root.resolve("dangling"), root.resolve("nowhere"));
    Path file = Files.createFile(root.resolve("file"));
    Files.createSymbolicLink(root.resolve("linked.partial"), root.resolve("nowhere"));
    Files.createDirectory(root.resolve("x"));

    assertRefused(dangling, "exists already");
    assertRefused(dangling.resolve("run"), "cannot be made", "dangling is in the way");
    assertRefused(file.resolve("run"), "cannot be made");
    assertRefused(file, "exists already");
    assertRefused(root.resolve("linked"), "linked.partial is in the way");
    assertRefused(root.resolve("n".repeat(250)), "cannot be made: File name too long");
    assertRefused(root.resolve("x/.."), "exists already");
    assertRefused(root.resolve("y/.."), "must end with the name of a directory");
    assertRefused(Path.of("/proc/run"), "cannot be made");
    assertThat(root.resolve("nowhere")).doesNotExist();
  }

  @Test
  void gives_up_what_is_kept_only_where_that_makes_room() throws IOException {
    try (NewFolder folder = NewFolder.open(root.resolve("run"))) {
      Path kept = Files.writeString(folder.partial().resolve("checkpoint"), "x");
      Files.writeString(folder.content().resolve("half"), "x");

      assertThat(folder.makeRoom(Long.MAX_VALUE / 2)).isFalse();
      assertThat(kept).exists();
      assertThat(folder.partial().resolve("content")).doesNotExist();
      assertThat(folder.makeRoom(10)).isTrue();
      assertThat(kept).doesNotExist();
    }
  }

  @Test
  void is_refused_before_the_work_where_that_has_no_space() {
    Path place = root.resolve("place");
    try (NewFolder folder = NewFolder.open(place)) {
      folder.requireSpace(1);
      assertThatThrownBy(() -> folder.requireSpace(Long.MAX_VALUE))
          .isInstanceOf(DiskException.class)
          .hasMessageMatching(
              ".*place: takes about 9,223,372,036,854,77[0-9,]+ kB, and [0-9,]+ kB are free there");
    }
    assertThat(place).doesNotExist();
  }

  @Test
  void moves_aside_to_the_first_name_that_is_free() throws IOException {
    Path place = Files.createDirectory(root.resolve("run"));
    Files.createDirectory(root.resolve("run.damaged-1"));

    assertThat(DamagedFolder.aside(place)).isEqualTo(root.resolve("run.damaged-2"));

    assertThat(place).doesNotExist();
  }

  @Test
  void replaces_a_file_whole_or_leaves_it() throws IOException {
    Path file = root.resolve("file");
    DurableFile.write(file, new byte[] {1});
    DurableFile.write(file, new byte[] {2, 3});

    assertThat(file).hasBinaryContent(new byte[] {2, 3});
    assertThat(root).isDirectoryNotContaining(path -> !path.equals(file));
    assertThatThrownBy(() -> DurableFile.write(root.resolve("no/file"), new byte[0]))
        .isInstanceOf(IOException.class);
  }
}
