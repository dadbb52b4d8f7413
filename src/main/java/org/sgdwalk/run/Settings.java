package org.sgdwalk.run;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Catalog;
import org.sgdwalk.data.DataPlaces;
import org.sgdwalk.spec.Scale;
import org.sgdwalk.spec.SpecException;

/**
 * The options of the whole suite. Each is a system property {@code sgdwalk.NAME} with an
 * environment twin {@code SGDWALK_NAME}; the property wins. Lists are separated by commas; an empty
 * list is all.
 *
 * @param scale how much is run ({@code scale}: smoke, ci or paper; default ci)
 * @param claims ids of the claims to judge ({@code claims})
 * @param cells ids of the cells to judge them in ({@code cells})
 * @param seeds first and last seed ({@code seeds}: FIRST-LAST, or {@code fresh}, which draws them),
 *     or null for the scale's default
 * @param dataDir directory of data sets that do not come with the program ({@code data.dir}), or
 *     null
 * @param cacheDir directory into which data sets are downloaded ({@code cache.dir}; default {@code
 *     .cache/sgd-walk/data} in the user's home)
 * @param offline whether downloads are forbidden ({@code offline})
 * @param storeDir directory in which traces are kept and reused ({@code store.dir}), or null
 * @param threads worker threads ({@code threads}; default the number of processors)
 * @param strict whether a verdict other than SUPPORTED fails the build ({@code strict})
 */
public record Settings(
    Scale scale,
    List<String> claims,
    List<String> cells,
    @Nullable SeedRange seeds,
    @Nullable Path dataDir,
    Path cacheDir,
    boolean offline,
    @Nullable Path storeDir,
    int threads,
    boolean strict) {
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
          "threads",
          "strict");

  /** Prefixes of properties that are read elsewhere: by the build and by its tests. */
  private static final List<String> OTHERS = List.of("build.", "test.", "simd");

  /** The settings of this process. */
  public static Settings ofProcess() {
    return ofProcess(Map.of());
  }

  /**
   * The settings of this process, some of them given otherwise.
   *
   * @param given values by name, for example {@code scale}; they win
   */
  public static Settings ofProcess(Map<String, String> given) {
    System.getProperties().stringPropertyNames().forEach(Settings::requireKnown);
    return of(
        property -> given.getOrDefault(nameOf(property), System.getProperty(property)),
        System::getenv);
  }

  /** The settings in the given properties and environment. */
  public static Settings of(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    Function<String, Optional<String>> option =
        name ->
            Optional.ofNullable(properties.apply("sgdwalk." + name))
                .or(() -> Optional.ofNullable(environment.apply(environmentName(name))))
                .map(String::trim)
                .filter(value -> !value.isEmpty());
    Scale scale = scale(option.apply("scale").orElse("ci"));
    return new Settings(
        scale,
        list(option.apply("claims")),
        list(option.apply("cells")),
        option.apply("seeds").map(text -> seeds(text, scale)).orElse(null),
        option.apply("data.dir").map(Path::of).orElse(null),
        option.apply("cache.dir").map(Path::of).orElseGet(Settings::userCache),
        flag("offline", properties, option),
        option.apply("store.dir").map(Path::of).orElse(null),
        threads(option.apply("threads")),
        flag("strict", properties, option));
  }

  /** The places in which data sets are looked for, in order. */
  public DataPlaces dataPlaces() {
    return new DataPlaces(dataDir, cacheDir);
  }

  private static Path userCache() {
    return Path.of(System.getProperty("user.home"), ".cache", "sgd-walk", "data");
  }

  private static Scale scale(String key) {
    try {
      return Scale.of(key);
    } catch (SpecException e) {
      throw new SettingsException("sgdwalk." + e.getMessage());
    }
  }

  private static SeedRange seeds(String text, Scale scale) {
    return text.equals("fresh")
        ? SeedRange.fresh(Catalog.seedCap(scale), new SecureRandom())
        : SeedRange.parse(text);
  }

  private static List<String> list(Optional<String> value) {
    return value.stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::trim)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static int threads(Optional<String> value) {
    if (value.isEmpty()) {
      return Runtime.getRuntime().availableProcessors();
    }
    String text = value.get();
    if (!Pattern.matches("[1-9]\\d{0,3}", text)) {
      throw new SettingsException(
          "sgdwalk.threads: must be a number of threads, 1 or more, got '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  /** Bare, as in {@code -Dsgdwalk.strict}, it is yes. */
  private static boolean flag(
      String name,
      Function<String, @Nullable String> properties,
      Function<String, Optional<String>> option) {
    Optional<String> value = option.apply(name);
    if (value.isEmpty()) {
      return properties.apply("sgdwalk." + name) != null;
    }
    return switch (value.get()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new SettingsException(
              "sgdwalk.%s: must be true or false, got '%s'".formatted(name, value.get()));
    };
  }

  private static String nameOf(String property) {
    return property.substring("sgdwalk.".length());
  }

  private static String environmentName(String name) {
    return "SGDWALK_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  private static void requireKnown(String property) {
    if (!property.startsWith("sgdwalk.")) {
      return;
    }
    String name = nameOf(property);
    if (!NAMES.contains(name) && OTHERS.stream().noneMatch(name::startsWith)) {
      throw new SettingsException(
          property
              + ": unknown option; known: sgdwalk."
              + String.join(", sgdwalk.", new TreeSet<>(NAMES)));
    }
  }
}
