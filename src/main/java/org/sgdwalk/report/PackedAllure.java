package org.sgdwalk.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes of Allure's report the one that is kept: a file with nothing beside it, small, that asks no
 * host for anything, in the paper's order. The build calls it after Allure.
 */
public final class PackedAllure {
  private PackedAllure() {}

  /**
   * Packs a report, and keeps its history. Without a report, where no claim was judged, it does
   * nothing.
   *
   * @param arguments Allure's results, its report in one file, where to write, and the folder that
   *     keeps the history of builds
   */
  public static void main(String[] arguments) {
    try {
      pack(
          Path.of(arguments[0]),
          Path.of(arguments[1]),
          Path.of(arguments[2]),
          Path.of(arguments[3]));
    } catch (IOException e) {
      throw new UncheckedIOException("the Allure report was not packed", e);
    }
  }

  static void pack(Path results, Path report, Path packed, Path kept) throws IOException {
    if (!Files.exists(report)) {
      System.out.println("no Allure report: no claim was judged");
      return;
    }
    AllurePage page = BuildNumbers.of(AllurePage.of(Files.readString(report)));
    new AllureHistory(kept, AllureFiles.scale(results)).takeFrom(page);
    Files.createDirectories(packed.toAbsolutePath().getParent());
    Files.writeString(packed, OverviewOrder.of(page).packed());
  }
}
