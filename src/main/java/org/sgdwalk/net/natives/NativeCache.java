package org.sgdwalk.net.natives;

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;

/** The folder into which JavaCPP unpacks natives. Asking for it loads none. */
public final class NativeCache {
  private static final double MEGABYTE = 1e6;

  private NativeCache() {}

  /** The folder and what is free there, in words. */
  public static String description() {
    try {
      File cache = Loader.getCacheDir();
      return String.format(
          Locale.ROOT, "%s (%,.0f MB free)", cache, cache.getUsableSpace() / MEGABYTE);
    } catch (IOException | RuntimeException | LinkageError e) {
      return "a cache that cannot be made";
    }
  }
}
