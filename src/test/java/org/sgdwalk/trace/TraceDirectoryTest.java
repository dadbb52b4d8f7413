package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.disk.DiskException;

class TraceDirectoryTest {
  @TempDir Path root;

  private Path written(Trace trace) {
    Path dir = root.resolve("new").resolve("run");
    TraceDirectory.write(dir, trace, Map.of(0, new byte[] {1, 2}));
    return dir;
  }

  private static List<String> names(Path dir) throws IOException {
    try (Stream<Path> paths = Files.list(dir)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Nested
  class Writing {

    @Test
    void what_is_written_reads_back_with_the_checksums_of_its_files() throws IOException {
      Trace trace = Traces.complete(4);
      Path dir = written(trace);

      Trace read = TraceDirectory.read(dir);

      assertThat(read.steps()).isEqualTo(trace.steps());
      assertThat(read.epochs()).isEqualTo(trace.epochs());
      assertThat(read.manifest().spec()).isEqualTo(trace.manifest().spec());
      assertThat(read.manifest().provenance()).isEqualTo(trace.manifest().provenance());
      // printf '\001\002' | sha256sum
      assertThat(read.manifest().sha256())
          .containsOnlyKeys("epochs.csv", "steps.csv", "theta-000000.npz")
          .containsEntry(
              "theta-000000.npz",
              "a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222");
      assertThat(names(dir))
          .containsExactly("epochs.csv", "manifest.json", "steps.csv", "theta-000000.npz");
      assertThat(names(root.resolve("new"))).containsExactly("run");
    }

    @Test
    void a_diverged_run_keeps_the_steps_before() {
      assertThat(TraceDirectory.read(written(Traces.diverged(4, 3))).steps()).hasSize(2);
      assertThat(TraceDirectory.isTrace(root)).isFalse();
    }

    @Test
    void the_same_trace_gives_the_same_bytes() throws IOException {
      Path first = written(Traces.complete(4));
      Path second = root.resolve("second");
      TraceDirectory.write(second, TraceDirectory.read(first), Map.of(0, new byte[] {1, 2}));

      for (String name : names(first)) {
        assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
      }
    }

    @Test
    void an_existing_path_is_refused_and_left_as_it_is_even_an_empty_directory()
        throws IOException {
      Path dir = Files.createDirectory(root.resolve("run"));

      assertThatThrownBy(() -> TraceDirectory.write(dir, Traces.complete(2), Map.of()))
          .isInstanceOf(DiskException.class)
          .hasMessage(dir + ": exists already");
      assertThat(names(dir)).isEmpty();
    }

    @Test
    void a_failed_write_leaves_nothing_behind() throws IOException {
      Path dir = root.resolve("run");
      Trace tooFew = new Trace(Traces.complete(4).manifest(), Traces.rows(3), Traces.epochs());
      EpochRow bad = new EpochRow(1, 2, Double.POSITIVE_INFINITY, 0, 0, 0);
      Trace infinite =
          new Trace(
              Traces.complete(2).manifest(), Traces.rows(2), List.of(Traces.epochs().get(0), bad));

      assertThatThrownBy(() -> TraceDirectory.write(dir, tooFew, Map.of()))
          .hasMessage(
              dir.resolve("steps.csv")
                  + ": 3 steps; a run with this specification and status has 4");
      // By now steps.csv is on disk.
      assertThatThrownBy(() -> TraceDirectory.write(dir, infinite, Map.of()))
          .hasMessageStartingWith(dir.resolve("epochs.csv") + ": line 3, column train_loss: ");
      assertThatThrownBy(
              () -> TraceDirectory.write(dir, Traces.complete(2), Map.of(-1, new byte[0])))
          .hasMessage(dir + ": theta of step -1; must be from 0");
      assertThat(names(root)).isEmpty();
    }

    @Test
    void a_place_that_cannot_be_written_is_named() throws IOException {
      Path file = Files.createFile(root.resolve("file"));

      assertThatThrownBy(
              () -> TraceDirectory.write(file.resolve("run"), Traces.complete(2), Map.of()))
          .isInstanceOf(DiskException.class)
          .hasMessageStartingWith(file.resolve("run") + ": cannot be made: ");
    }
  }

  @Nested
  class Reading {

    @Test
    void a_directory_without_manifest_is_no_trace() {
      assertThatThrownBy(() -> TraceDirectory.read(root))
          .isInstanceOf(TraceException.class)
          .hasMessage(root + ": no trace directory; one has a manifest.json");
    }

    @Test
    void a_changed_file_is_named() throws IOException {
      Path dir = written(Traces.complete(2));
      Path steps = dir.resolve("steps.csv");
      Files.writeString(steps, Files.readString(steps).replace("2.3", "2.4"));

      assertThatThrownBy(() -> TraceDirectory.read(dir))
          .isInstanceOf(TraceException.class)
          .hasMessageStartingWith(steps + ": changed since it was written; sha256 is ");
    }

    @Test
    void a_lost_file_is_named() throws IOException {
      Path dir = written(Traces.complete(2));
      Path theta = dir.resolve("theta-000000.npz");
      Files.delete(theta);

      assertThatThrownBy(() -> TraceDirectory.read(dir))
          .isInstanceOf(TraceException.class)
          .hasMessage(theta + ": missing");
    }

    @Test
    void a_manifest_whose_status_does_not_fit_the_rows_is_refused() throws IOException {
      Path dir = written(Traces.complete(2));

      edit(dir, "\"steps\" : 2", "\"steps\" : 3");
      assertThatThrownBy(() -> TraceDirectory.read(dir))
          .hasMessage(
              dir.resolve("steps.csv")
                  + ": 2 steps; a run with this specification and status has 3");
      edit(dir, "\"kind\" : \"complete\"", "\"kind\" : \"diverged\", \"step\" : 9");
      assertThatThrownBy(() -> TraceDirectory.read(dir))
          .hasMessage(dir.resolve("steps.csv") + ": diverged at step 9; must be 1 to 3");
    }

    @Test
    void a_manifest_without_a_checksum_or_with_one_outside_the_directory_is_refused()
        throws IOException {
      Path dir = written(Traces.complete(2));

      edit(dir, "theta-000000.npz", "../theta.npz");
      assertThatThrownBy(() -> TraceDirectory.read(dir))
          .hasMessage(
              dir.resolve("manifest.json")
                  + ": sha256.../theta.npz: must be a file of such a trace: a table of the run, or"
                  + " theta-000000.npz");
      edit(dir, "\"steps.csv\"", "\"step.csv\"");
      assertThatThrownBy(() -> TraceDirectory.read(dir))
          .hasMessage(dir.resolve("manifest.json") + ": sha256.steps.csv: missing");
    }

    private void edit(Path dir, String from, String to) throws IOException {
      Path manifest = dir.resolve("manifest.json");
      String text = ManifestSum.unseal(Files.readString(manifest), "manifest");
      Files.writeString(manifest, ManifestSum.seal(text.replace(from, to)));
    }
  }

  @Nested
  class Finding {

    @Test
    void traces_at_and_below_a_directory_are_found_in_order_but_no_partial_or_damaged_ones()
        throws IOException {
      for (String name : List.of("b/2", "b/1", "a", "c.partial", "a.damaged-12")) {
        Path dir = Files.createDirectories(root.resolve(name));
        Files.createFile(dir.resolve("manifest.json"));
      }
      Files.createDirectories(root.resolve("empty"));

      assertThat(TraceDirectory.find(root))
          .containsExactly(root.resolve("a"), root.resolve("b/1"), root.resolve("b/2"));
      assertThat(TraceDirectory.find(root.resolve("a"))).containsExactly(root.resolve("a"));
      Path damaged = root.resolve("a.damaged-12");
      assertThat(TraceDirectory.find(damaged)).containsExactly(damaged);
    }

    @Test
    void traces_below_a_link_are_found_as_those_below_where_it_leads() throws IOException {
      for (String name : List.of("store/a", "store/b.partial/content", "store/a.damaged-1")) {
        Files.createFile(Files.createDirectories(root.resolve(name)).resolve("manifest.json"));
      }
      Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("store"));

      assertThat(TraceDirectory.find(link)).containsExactly(root.resolve("store/a").toRealPath());
    }

    @Test
    void a_directory_that_does_not_exist_is_an_error_not_an_empty_list() {
      assertThatThrownBy(() -> TraceDirectory.find(root.resolve("x")))
          .isInstanceOf(TraceException.class)
          .hasMessage(root.resolve("x") + ": no directory; traces are searched at and below one");
    }
  }

  @Test
  void theta_files_sort_by_step() {
    assertThat(TraceDirectory.thetaFileName(60)).isEqualTo("theta-000060.npz");
  }
}
