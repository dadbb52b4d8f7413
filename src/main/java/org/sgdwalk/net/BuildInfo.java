package org.sgdwalk.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build wrote down about itself: version, revision, libraries, natives. */
public final class BuildInfo {
  private static final Properties PROPERTIES = load();

  private static final String OWN_TORCH = "kit.libtorch";

  private BuildInfo() {}

  /** Version of sgd-walk. */
  public static String version() {
    return get("version");
  }

  /**
   * Git revision, {@code -dirty} appended when the tree had changes; {@code unknown} outside git.
   */
  public static String revision() {
    String revision = get("revision");
    return revision.startsWith("${")
        ? "unknown"
        : revision + ("true".equals(get("dirty")) ? "-dirty" : "");
  }

  /** Version of DL4J and ND4J. */
  public static String dl4j() {
    return get("dl4j");
  }

  /** Version of JavaCPP's libtorch and, where the kit computes with a machine's own, of that. */
  public static String pytorch() {
    String own = System.getProperty(OWN_TORCH);
    return own == null ? get("pytorch") : get("pytorch") + " on " + own;
  }

  /** Whether a machine's own libtorch computes: the kit says so. */
  public static boolean isOnOwnTorch() {
    return System.getProperty(OWN_TORCH) != null;
  }

  /** Classifier of the ND4J natives that the build put on the class path. */
  public static String natives() {
    return get("natives");
  }

  /** Classifier of the libtorch natives that the build put on the class path. */
  public static String torchNatives() {
    return get("torch");
  }

  /** The GPU profile that was built: cuda, cuda12 or nd4j-cuda; {@code none} for the CPU alone. */
  public static String accelerator() {
    return get("accelerator");
  }

  private static String get(String key) {
    return PROPERTIES.getProperty(key, "unknown");
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream("/org/sgdwalk/build.properties")) {
      if (in != null) {
        properties.load(in);
      }
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
