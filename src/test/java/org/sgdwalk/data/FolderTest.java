package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder")
class FolderTest {
  @TempDir private Path folder;

  @Test
  void is_listed_by_a_glob_or_whole() throws IOException {
    Files.createFile(folder.resolve(".a"));
    Files.createFile(folder.resolve("b.zip"));

    assertThat(Folder.entries(folder)).hasSize(2);
    assertThat(Folder.entries(folder, "*.zip")).containsExactly(folder.resolve("b.zip"));
  }

  /** As one that its user has locked, which root does not meet. */
  @Test
  void is_named_when_it_cannot_be_listed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    for (Path none : new Path[] {file, folder.resolve("none")}) {
      assertThatThrownBy(() -> Folder.entries(none))
          .isExactlyInstanceOf(DataException.class)
          .hasMessage(none + ": cannot be listed; must be a readable folder");
    }
  }
}
