package org.sgdwalk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.disk.DiskException;
import org.sgdwalk.trace.Provenance;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;

@DisplayName("The store of traces")
class TraceStoreTest {
  private static final TraceKey KEY = StoreProcess.key(1);

  /** Runs that all processes and threads want at the same time; 88 of 200 failed without a lock. */
  private static final int RUNS = 40;

  private static final int PROCESSES = 3;
  private static final int THREADS = 4;

  @TempDir private Path folder;

  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger made = new AtomicInteger();

  private TraceStore store() {
    return store("revision", "torch");
  }

  private TraceStore store(String revision, String engine) {
    return new TraceStore(folder, revision, engine, 0, said::add);
  }

  private Trace make(TraceStore store, TraceKey key) {
    return store.make(
        key.stored(),
        into -> {
          made.incrementAndGet();
          return StoreProcess.result(key, null);
        });
  }

  private Path save(TraceKey of, Provenance.@Nullable ThetaProvenance initialTheta) {
    Path place = store().folder(KEY.stored());
    TraceDirectory.write(place, StoreProcess.result(of, initialTheta).trace(), Map.of());
    return place;
  }

  @Test
  void makes_a_run_once_for_a_revision_and_an_engine() {
    Trace first = make(store(), KEY);

    assertThat(make(store(), KEY)).isEqualTo(first);
    assertThat(made).hasValue(1);
    make(store("other", "torch"), KEY);
    make(store("revision", "dl4j"), KEY);
    assertThat(made).hasValue(3);
    assertThat(said).isEmpty();
  }

  @Test
  void has_a_folder_that_tells_who_and_which_spec_it_is() {
    assertThat(store().folder(KEY.stored()).toString())
        .startsWith(folder.resolve("revision/torch/ci-").toString())
        .matches(".*/gd-seed-0001-[0-9a-f]{12}");
  }

  @Test
  void sets_a_trace_of_another_spec_aside_and_one_that_started_from_a_theta_file() {
    Path place = save(StoreProcess.key(2), null);
    assertThat(make(store(), KEY).manifest().spec()).isEqualTo(KEY.spec());
    assertThat(place.resolveSibling(place.getFileName() + ".damaged-1")).isDirectory();
    assertThat(said.get(0)).contains("made from another spec than this run's", ".damaged-1");

    store().folder(KEY.stored()).toFile().renameTo(folder.resolve("away").toFile());
    save(KEY, new Provenance.ThetaProvenance("theta-000004.npz", "00"));
    make(store(), KEY);
    assertThat(place.resolveSibling(place.getFileName() + ".damaged-2")).isDirectory();
    assertThat(made).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps.csv", "epochs.csv", "manifest.json"})
  void says_damage_sets_it_aside_and_makes_the_run_again(String file) throws IOException {
    Trace first = make(store(), KEY);
    Path place = store().folder(KEY.stored());
    byte[] bytes = Files.readAllBytes(place.resolve(file));
    bytes[bytes.length / 2] ^= 1;
    Files.write(place.resolve(file), bytes);

    assertThat(make(store(), KEY)).isEqualTo(first);

    assertThat(said)
        .singleElement()
        .asString()
        .startsWith(place.resolve(file).toString())
        .endsWith(
            "; set aside as "
                + place.resolveSibling(place.getFileName() + ".damaged-1")
                + ", the run is made again")
        .doesNotContain("\n");
    assertThat(place.resolveSibling(place.getFileName() + ".damaged-1").resolve(file))
        .hasBinaryContent(bytes);
    assertThat(make(store(), KEY)).isEqualTo(first);
    assertThat(made).hasValue(2);
  }

  @Test
  void says_a_lost_file_and_a_lost_manifest() throws IOException {
    make(store(), KEY);
    Path place = store().folder(KEY.stored());
    Files.delete(place.resolve("epochs.csv"));
    make(store(), KEY);
    Files.delete(place.resolve("manifest.json"));
    make(store(), KEY);

    assertThat(said).hasSize(2);
    assertThat(said.get(0)).startsWith(place.resolve("epochs.csv") + ": missing; set aside as ");
    assertThat(said.get(1)).startsWith(place + ": no trace directory");
    assertThat(made).hasValue(3);
  }

  @Test
  void takes_over_what_a_dead_process_left() throws IOException {
    Path place = store().folder(KEY.stored());
    Path partial = Files.createDirectories(place.resolveSibling(place.getFileName() + ".partial"));
    Files.writeString(partial.resolve("steps.csv"), "half");
    Files.writeString(partial.resolveSibling(partial.getFileName() + ".lock"), "dead");

    make(store(), KEY);

    try (Stream<Path> left = Files.list(place.getParent())) {
      assertThat(left).containsExactly(place);
    }
    assertThat(place.resolve("manifest.json")).isRegularFile();
  }

  @Test
  void leaves_nothing_of_a_run_that_fails() {
    assertThatThrownBy(
            () ->
                store()
                    .make(
                        KEY.stored(),
                        into -> {
                          throw new IllegalStateException("planned");
                        }))
        .hasMessage("planned");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void finds_before_the_run_that_it_cannot_be_written() throws IOException {
    Files.createFile(folder.resolve("revision"));

    assertThatThrownBy(() -> make(store(), KEY))
        .isInstanceOf(DiskException.class)
        .hasMessageStartingWith(store().folder(KEY.stored()) + ": cannot be made: ");
    assertThat(made).hasValue(0);
  }

  @Test
  void serves_processes_and_threads_that_want_the_same_runs_at_the_same_time() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(StoreProcess.start(folder, RUNS));
    }
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> wanted = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      TraceKey key = StoreProcess.key(run);
      for (int thread = 0; thread < THREADS; thread++) {
        wanted.add(pool.submit(() -> make(store(), key)));
      }
    }
    for (Future<?> trace : wanted) {
      trace.get();
    }
    pool.shutdown();
    int elsewhere = 0;
    for (Process process : processes) {
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains("made ");
      elsewhere += Integer.parseInt(text.substring(text.lastIndexOf("made ") + 5).strip());
      assertThat(process.waitFor()).isZero();
    }
    assertThat(made.get() + elsewhere).isEqualTo(RUNS);
    assertThat(TraceDirectory.find(folder)).hasSize(RUNS);
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left).noneMatch(path -> path.toString().contains(".partial"));
    }
  }
}
