package org.sgdwalk.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The options of the whole suite as they were given: system properties {@code sgdwalk.NAME}, their
 * environment twins {@code SGDWALK_NAME}, and those of a command line, which win over both. What is
 * not set, or blank, is not given.
 *
 * <p>Only {@link #ofProcess} reads the process's; whoever else needs options is handed them, so
 * that a test sees none but its own.
 */
public final class Options {
  private static final String PROPERTY = "sgdwalk.";
  private static final String VARIABLE = "SGDWALK_";

  private static final Set<String> NAMES =
      Set.of(
          "scale",
          "claims",
          "cells",
          "seeds",
          "data.dir",
          "cache.dir",
          "offline",
          "store.dir",
          "checkpoint.minutes",
          "threads",
          "engine",
          "kernels",
          "device",
          "tf32",
          "deterministic",
          "runner",
          "spark.master",
          "spark.traces",
          "strict");

  /** Properties that are read elsewhere, by the build and by its tests: a name or a prefix. */
  private static final List<String> OTHERS = List.of("simd", "build.", "gpu.preflight", "test.");

  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final Map<String, Option> given;

  private Options(
      Map<String, String> properties, Map<String, String> environment, Map<String, Option> given) {
    this.properties = Map.copyOf(properties);
    this.environment = Map.copyOf(environment);
    this.given = Map.copyOf(given);
  }

  /** Those of this process. */
  public static Options ofProcess() {
    Properties all = System.getProperties();
    Map<String, String> properties = new TreeMap<>();
    all.stringPropertyNames().forEach(key -> properties.put(key, all.getProperty(key)));
    return of(properties, System.getenv());
  }

  /** Those in the given properties and environment, whatever else they hold. */
  public static Options of(Map<String, String> properties, Map<String, String> environment) {
    return new Options(properties, environment, Map.of());
  }

  /**
   * Gives these options and one more, which wins.
   *
   * @param name its name, for example {@code scale}
   * @param key as what an error names it, for example {@code --scale}
   * @param value its value; null for the options as they are
   */
  public Options with(String name, String key, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Map<String, Option> more = new TreeMap<>(given);
    more.put(name, new Option(key, value.trim()));
    return new Options(properties, environment, more);
  }

  /** Gives these options and one more, unless there is one of that name; likewise. */
  public Options withDefault(String name, String key, String value) {
    return find(name).isPresent() ? this : with(name, key, value);
  }

  /** The option of a name as it was given last; empty where it was not. */
  Optional<Option> find(String name) {
    return Optional.ofNullable(given.get(name))
        .or(() -> read(properties, PROPERTY + name))
        .or(() -> read(environment, variable(name)))
        .filter(option -> !option.text().isEmpty());
  }

  /** Whether the property is there without a value, as in {@code -Dsgdwalk.strict}. */
  boolean isBare(String name) {
    return read(properties, PROPERTY + name).filter(option -> option.text().isEmpty()).isPresent();
  }

  /**
   * Checks that there is no option of another name.
   *
   * @throws SettingsException that names the first
   */
  void requireKnown() {
    for (String key : new TreeSet<>(properties.keySet())) {
      String name = key.startsWith(PROPERTY) ? key.substring(PROPERTY.length()) : "";
      if (!name.isEmpty() && !NAMES.contains(name) && !isOther(name)) {
        throw unknown(key, NAMES.stream().map(known -> PROPERTY + known).toList());
      }
    }
    List<String> variables = NAMES.stream().map(Options::variable).toList();
    for (String key : new TreeSet<>(environment.keySet())) {
      if (key.startsWith(VARIABLE) && !variables.contains(key)) {
        throw unknown(key, variables);
      }
    }
  }

  private static boolean isOther(String name) {
    return OTHERS.stream()
        .anyMatch(other -> other.endsWith(".") ? name.startsWith(other) : name.equals(other));
  }

  private static SettingsException unknown(String key, List<String> known) {
    return new SettingsException(
        key + ": unknown option; known: " + String.join(", ", new TreeSet<>(known)));
  }

  private static Optional<Option> read(Map<String, String> from, String key) {
    return Optional.ofNullable(from.get(key)).map(text -> new Option(key, text.trim()));
  }

  private static String variable(String name) {
    return VARIABLE + name.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
