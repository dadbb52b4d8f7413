package org.sgdwalk.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who makes the runs of a study.
 *
 * @param name {@code local}, this process's threads, or {@code spark}, an Apache Spark cluster
 * @param master Spark's master URL; null where it was started with one
 * @param traces how traces come into the store from a cluster
 */
public record RunnerChoice(String name, @Nullable String master, Traces traces) {
  /** This process's threads. */
  public static final RunnerChoice LOCAL = new RunnerChoice("local", null, Traces.SHARED);

  private static final String SPARK = "spark";

  /** How traces come into the store. */
  public enum Traces {
    /** Whoever makes a run writes into the store, which lies at the same path for all. */
    SHARED,
    /** They are sent to the driver, which alone has the store. */
    SENT
  }

  /**
   * What the options say.
   *
   * @throws SettingsException that names one that is impossible
   */
  static RunnerChoice of(Options options) {
    String name =
        options
            .find("runner")
            .map(option -> oneOf(option, List.of("local", SPARK)))
            .orElse("local");
    if (name.equals("local")) {
      requireNone(options, "spark.master");
      requireNone(options, "spark.traces");
      return LOCAL;
    }
    return new RunnerChoice(
        name,
        options.find("spark.master").map(Option::text).orElse(null),
        options
            .find("spark.traces")
            .filter(option -> oneOf(option, List.of("shared", "sent")).equals("sent"))
            .map(option -> Traces.SENT)
            .orElse(Traces.SHARED));
  }

  /** Whether the runs are made by this process. */
  public boolean isLocal() {
    return name.equals(LOCAL.name);
  }

  private static String oneOf(Option option, List<String> known) {
    if (!known.contains(option.text())) {
      throw option.must("one of " + String.join(", ", known));
    }
    return option.text();
  }

  private static void requireNone(Options options, String name) {
    options
        .find(name)
        .ifPresent(
            option -> {
              throw new SettingsException(
                  option.key() + ": is of sgdwalk.runner=spark alone; it must be left out without");
            });
  }
}
