package org.sgdwalk.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes a lock many times, in a JVM of its own: arguments FOLDER MARK TIMES. */
final class LockProcess {
  private LockProcess() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Path mark = Path.of(arguments[1]);
    for (int time = 0; time < Integer.parseInt(arguments[2]); time++) {
      CacheLock.holding(folder, FetchListener.NONE, () -> workAlone(mark));
    }
    System.out.println("alone each time");
  }

  /** Fails where another one has made the file and not yet deleted it. */
  static void workAlone(Path mark) {
    try {
      Files.createFile(mark);
      Files.delete(mark);
    } catch (IOException e) {
      throw new AssertionError("not alone", e);
    }
  }
}
