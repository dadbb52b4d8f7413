package org.sgdwalk.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The folder of a run")
class RunFolderTest {
  @TempDir private Path root;

  @Test
  void has_the_trace_alone_once_it_is_published() throws IOException {
    Path dir = root.resolve("run");
    try (RunFolder folder = RunFolder.open(dir)) {
      Files.writeString(folder.folder().partial().resolve("checkpoint"), "x");
      folder.publish(Traces.complete(2), Map.of());
    }
    assertThat(TraceDirectory.read(dir).steps()).hasSize(2);
    assertThat(dir.resolve("checkpoint")).doesNotExist();
    assertThat(root).isDirectoryNotContaining(path -> !path.equals(dir));
  }

  @Test
  void loses_no_trace_with_its_disk() throws IOException {
    Path dir = root.resolve("run");
    try (RunFolder folder = RunFolder.open(dir)) {
      Path partial = folder.folder().partial();
      PathUtils.delete(partial);
      Files.createFile(partial);

      String said = saidByPublish(folder);

      assertThat(said).startsWith(dir.toString()).doesNotContain("\n");
      assertThat(said).contains("; the trace is in ");
      Path other = Path.of(said.replaceFirst(".*; the trace is in ", ""));
      assertThat(TraceDirectory.read(other).steps()).hasSize(2);
      PathUtils.delete(other);
      Files.delete(partial);
    }
    assertThat(root).isEmptyDirectory();
  }

  private static String saidByPublish(RunFolder folder) {
    try {
      folder.publish(Traces.complete(2), Map.of());
      return "nothing";
    } catch (TraceException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void writes_no_trace_that_could_not_be_read_back_anywhere() {
    try (RunFolder folder = RunFolder.open(root.resolve("run"))) {
      Trace few = new Trace(Traces.complete(4).manifest(), Traces.rows(3), Traces.epochs());
      assertThatThrownBy(() -> folder.publish(few, Map.of()))
          .isInstanceOf(TraceException.class)
          .hasMessageNotContaining("the trace is in");
    }
    assertThat(root).isEmptyDirectory();
  }
}
