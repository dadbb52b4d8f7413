package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.SameTables;
import org.sgdwalk.Slow;

@DisplayName("A study whose processes are killed")
@Slow
class StudyKillTest {
  /** Of studies, whose process takes long to start. */
  private static final int KILLS = Math.max(1, Integer.getInteger("sgdwalk.test.kills", 10) / 5);

  @TempDir private Path folder;

  private static void assertSame(List<Path> made, List<Path> expected) throws IOException {
    assertThat(made).hasSameSizeAs(expected);
    for (int i = 0; i < made.size(); i++) {
      SameTables.assertSame(made.get(i), expected.get(i));
    }
  }

  /** Nothing of a run in the middle, nor of what runs fork from. */
  private static void assertNothingLeft(Path store) throws IOException {
    try (Stream<Path> all = Files.walk(store)) {
      assertThat(all.map(Path::toString))
          .noneMatch(name -> name.contains(".partial") || name.contains("trunk-"));
    }
  }

  /** Changes with each update that is kept and each trace that is made. */
  private static Set<String> kept(Path store) {
    try (Stream<Path> all = Files.walk(store)) {
      return all.map(Path::toString)
          .filter(name -> name.matches(".*(checkpoint-\\d+|manifest.json)"))
          .collect(Collectors.toSet());
    } catch (UncheckedIOException | IOException e) {
      return Set.of(); // a folder that went meanwhile
    }
  }

  /** True when it came to its end before a moment that lies some updates on. */
  private static boolean isOver(Process process, Path store, Set<String> before, Random random)
      throws Exception {
    while (process.isAlive() && (kept(store).isEmpty() || kept(store).equals(before))) {
      Thread.sleep(5);
    }
    return process.waitFor(random.nextInt(150), TimeUnit.MILLISECONDS);
  }

  @Test
  @Timeout(600)
  void goes_on_to_the_same_bytes() throws Exception {
    List<Path> expected = StudyProcess.fetch(folder.resolve("whole"), Duration.ofHours(1));
    Random random = new Random(20);
    int kills = 0;
    for (int study = 0; kills < KILLS; study++) {
      Path store = Files.createDirectory(folder.resolve("store-" + study));
      while (true) {
        Set<String> before = kept(store);
        Process process = StudyProcess.start(store);
        if (isOver(process, store, before, random)) {
          assertThat(process.exitValue()).isZero();
          break;
        }
        process.destroyForcibly().waitFor();
        kills++;
      }
      assertSame(StudyProcess.fetch(store, Duration.ofHours(1)), expected);
      assertNothingLeft(store);
    }
    System.out.printf("studies: %d kills%n", kills);
  }

  /** One of two that share a store; the other waits for its runs and takes them over. */
  @Test
  @Timeout(600)
  void is_made_by_another_one_that_shares_its_store() throws Exception {
    List<Path> expected = StudyProcess.fetch(folder.resolve("whole"), Duration.ofHours(1));
    Path store = Files.createDirectory(folder.resolve("store"));
    List<Process> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(StudyProcess.start(store));
    }
    isOver(both.get(0), store, Set.of(), new Random(1));
    both.get(0).destroyForcibly().waitFor();

    assertThat(both.get(1).waitFor()).isZero();
    assertSame(StudyProcess.fetch(store, Duration.ofHours(1)), expected);
    assertNothingLeft(store);
  }
}
