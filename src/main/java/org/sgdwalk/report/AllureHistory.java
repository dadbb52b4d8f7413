package org.sgdwalk.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * What Allure shows of earlier builds, a folder for each scale: copied among the results before a
 * report is made, and taken out of the report for the next one. Who keeps the folder from build to
 * build has history and trend; who does not has a report without them.
 */
final class AllureHistory {
  /** In the results and in the report, as Allure has it. */
  private static final String FOLDER = "history";

  private final Path folder;

  /**
   * The history of a scale.
   *
   * @param kept the folder that is kept from build to build, which need not exist
   * @param scale the key of the scale
   */
  AllureHistory(Path kept, String scale) {
    if (scale.isEmpty()) {
      throw new IllegalArgumentException("the results name no scale, so that no history is kept");
    }
    this.folder = kept.resolve(scale);
  }

  /** Copies what is kept among the results. */
  void copyInto(Path results) throws IOException {
    for (Path file : files()) {
      Path place = results.resolve(FOLDER).resolve(String.valueOf(file.getFileName()));
      Files.createDirectories(results.resolve(FOLDER));
      Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Keeps a report's own history in the place of the earlier one. */
  void takeFrom(AllurePage page) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    page.data()
        .forEach(
            (name, data) -> {
              if (name.matches(FOLDER + "/[a-z-]+\\.json")) {
                files.put(name.substring(FOLDER.length() + 1), data);
              }
            });
    if (files.isEmpty()) {
      return; // What is kept is better than nothing.
    }
    FileUtils.deleteDirectory(folder.toFile());
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
