package org.sgdwalk.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.ChildProcess;

@DisplayName("The lock of a folder in the cache")
class CacheLockTest {
  /** Each takes and deletes the lock so often; with a naive deletion two are in within a few. */
  private static final int TIMES = 400;

  private static final int PROCESSES = 3;
  private static final int THREADS = 4;

  @TempDir private Path temporary;

  private Path folder() {
    return temporary.resolve("cache/numbers");
  }

  private Path mark() {
    return temporary.resolve("mark");
  }

  private Process start() throws IOException {
    return ChildProcess.ofClass(LockProcess.class, "64m", folder(), mark(), TIMES).start();
  }

  @Test
  void lets_one_in_at_a_time_of_processes_and_threads_and_leaves_no_file() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(start());
    }
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> threads = new ArrayList<>();
    for (int i = 0; i < THREADS * TIMES; i++) {
      threads.add(
          pool.submit(
              () ->
                  CacheLock.holding(
                      folder(), FetchListener.NONE, () -> LockProcess.workAlone(mark()))));
    }
    for (Future<?> thread : threads) {
      thread.get();
    }
    pool.shutdown();
    for (Process process : processes) {
      byte[] said = process.getInputStream().readAllBytes();
      assertThat(new String(said, StandardCharsets.UTF_8)).contains("alone each time");
      assertThat(process.waitFor()).isZero();
    }
    try (Stream<Path> left = Files.walk(temporary)) {
      assertThat(left).allMatch(Files::isDirectory);
    }
  }

  @Test
  void is_there_while_it_is_held_and_not_afterwards() {
    Path lock = folder().resolve(".lock");

    CacheLock.holding(folder(), FetchListener.NONE, () -> assertThat(lock).isRegularFile());

    assertThat(lock).doesNotExist();
  }

  @Test
  void leaves_no_folder_that_was_made_for_it() {
    CacheLock.holding(folder(), FetchListener.NONE, () -> {});

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void is_given_up_when_the_work_fails() throws IOException {
    Files.createDirectories(folder());
    Runnable fails =
        () -> {
          throw new IllegalStateException("planned");
        };

    assertThatThrownBy(() -> CacheLock.holding(folder(), FetchListener.NONE, fails))
        .hasMessage("planned");

    assertThat(folder()).isEmptyDirectory();
  }

  @Test
  void is_taken_over_from_a_killed_process() throws IOException {
    Files.writeString(
        Files.createDirectories(folder()).resolve(".lock"), "a name longer than any that is made");

    CacheLock.holding(folder(), FetchListener.NONE, () -> {});

    assertThat(folder()).isEmptyDirectory();
  }
}
