package org.sgdwalk.net.natives;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.EngineException;

/** The C library's environment, which natives read and Java can read but not write. */
public final class Environment {
  private Environment() {}

  /** What the C library has for it. */
  interface Variables extends Library {
    /** Sets a variable unless it is set and {@code overwrite} is 0; 0 on success. */
    int setenv(String name, String value, int overwrite);

    /** A variable's value; null where it is not set. */
    @Nullable String getenv(String name);
  }

  /**
   * Sets a variable for the natives that are not loaded yet; one that the user set stays. Windows
   * has no such function, and nothing is set there.
   */
  public static void setUnlessSet(String name, String value) {
    if (isWindows()) {
      return;
    }
    if (variables().setenv(name, value, 0) != 0) {
      throw new EngineException("the environment variable " + name + " cannot be set");
    }
  }

  /** A variable as natives see it; empty where it is not set. */
  static Optional<String> get(String name) {
    return isWindows() ? Optional.empty() : Optional.ofNullable(variables().getenv(name));
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }

  private static Variables variables() {
    return Native.load("c", Variables.class);
  }
}
