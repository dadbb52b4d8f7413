package org.sgdwalk.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of their kernels natives use. */
public enum KernelChoice {
  /** The same on every CPU that has AVX2: the same bits everywhere. */
  PORTABLE,
  /** The fastest that this CPU has. */
  NATIVE;

  /** As an option says it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The choice of a key. */
  public static Optional<KernelChoice> find(String key) {
    return Arrays.stream(values()).filter(choice -> choice.key().equals(key)).findFirst();
  }

  /** The keys of all. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(KernelChoice::key).toList();
  }
}
