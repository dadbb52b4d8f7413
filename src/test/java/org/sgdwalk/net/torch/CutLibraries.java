package org.sgdwalk.net.torch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A program that unpacks libtorch's libraries, cuts them as a kill does, and unpacks them again.
 */
final class CutLibraries {
  private CutLibraries() {}

  /** Prints a line for each file: its name, and its bytes before and after. */
  public static void main(String[] arguments) throws IOException {
    List<File> files = TorchLibraries.unpack();
    List<Long> whole = files.stream().map(File::length).toList();
    for (File file : files) {
      Files.writeString(file.toPath(), "cut");
    }
    TorchLibraries.unpack();
    for (int i = 0; i < files.size(); i++) {
      File file = files.get(i);
      System.out.println(file.getName() + " " + whole.get(i) + " " + file.length());
    }
  }
}
