package org.sgdwalk.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.data.DataPlaces;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.ArithmeticChoice;
import org.sgdwalk.spec.DeviceChoice;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.KernelChoice;

/**
 * What the options of the whole suite say ({@link Options}). Lists are separated by commas; an
 * option that is left out or blank has its default, which for a list is all.
 *
 * @param scale how much is run ({@code scale}: smoke, ci, desk, paper-lite or paper; default ci)
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
 * @param checkpoints time between two checkpoints of a run ({@code checkpoint.minutes}; default 5,
 *     with 0 there is one after each update)
 * @param threads worker threads ({@code threads}; default the number of processors)
 * @param engine what computes networks ({@code engine}: torch or dl4j, default torch; {@code
 *     kernels}: portable or native, default portable), where ({@code device}: cpu, cuda or cuda:N,
 *     default the build's), and what a card may do for speed ({@code tf32}, default false; {@code
 *     deterministic}, default true)
 * @param runner who makes the runs ({@code runner}: local or spark, default local; {@code
 *     spark.master}: Spark's master URL; {@code spark.traces}: shared or sent, default shared)
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
    Duration checkpoints,
    int threads,
    EngineChoice engine,
    RunnerChoice runner,
    boolean strict) {
  /** More than any machine has processors; each thread takes memory for a network. */
  private static final int MOST_THREADS = 1024;

  /** What a crash costs at most, unless somebody asks for another time. */
  private static final Duration STANDARD_CHECKPOINTS = Duration.ofMinutes(5);

  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

  /** As many digits of a minute as the option may have. */
  private static final int MINUTE_DIGITS = 6;

  /** A day. */
  private static final int MOST_MINUTES = 1440;

  /**
   * The settings that options say.
   *
   * @throws SettingsException that names the first option that is unknown or impossible
   */
  public static Settings of(Options options) {
    options.requireKnown();
    Scale scale = options.find("scale").map(Settings::scale).orElse(Scale.CI);
    return new Settings(
        scale,
        list(options, "claims"),
        list(options, "cells"),
        options.find("seeds").map(seeds -> seeds(seeds, scale)).orElse(null),
        options.find("data.dir").map(Settings::directory).orElse(null),
        options.find("cache.dir").map(Settings::place).orElseGet(Settings::userCache),
        flag(options, "offline"),
        options.find("store.dir").map(Settings::place).orElse(null),
        options.find("checkpoint.minutes").map(Settings::minutes).orElse(STANDARD_CHECKPOINTS),
        options.find("threads").map(Settings::threads).orElseGet(Settings::processors),
        engine(options),
        RunnerChoice.of(options),
        flag(options, "strict"));
  }

  /** The options by which a process on another machine makes runs as this one would. */
  public Map<String, String> forRuns() {
    Map<String, String> options = new TreeMap<>();
    if (dataDir != null) {
      options.put("sgdwalk.data.dir", dataDir.toAbsolutePath().toString());
    }
    options.put("sgdwalk.cache.dir", cacheDir.toAbsolutePath().toString());
    options.put(
        "sgdwalk.checkpoint.minutes",
        BigDecimal.valueOf(checkpoints.toNanos())
            .divide(BigDecimal.valueOf(MINUTE_NANOS), MINUTE_DIGITS, RoundingMode.HALF_UP)
            .toPlainString());
    options.put("sgdwalk.engine", engine.engine());
    options.put("sgdwalk.kernels", engine.kernels().key());
    options.put("sgdwalk.device", engine.device().key());
    if (engine.device().isCuda()) {
      options.put("sgdwalk.tf32", Boolean.toString(engine.arithmetic().tf32()));
      options.put("sgdwalk.deterministic", Boolean.toString(engine.arithmetic().deterministic()));
    }
    return options;
  }

  /** How many runs go side by side on this machine; on cards one each, here one. */
  public int parallelRuns() {
    return engine.device().isCuda() ? 1 : threads;
  }

  /** The places in which data sets are looked for, in order. */
  public DataPlaces dataPlaces() {
    return new DataPlaces(dataDir, cacheDir);
  }

  private static Path userCache() {
    return Path.of(System.getProperty("user.home"), ".cache", "sgd-walk", "data");
  }

  private static Scale scale(Option option) {
    return Scale.find(option.text())
        .orElseThrow(() -> option.must("one of " + String.join(", ", Scale.keys())));
  }

  private static SeedRange seeds(Option option, Scale scale) {
    return option.text().equals("fresh")
        ? SeedRange.fresh(Catalog.stopping(scale).mostSeeds(), new SecureRandom())
        : SeedRange.parse(option);
  }

  /** A list that is given chooses something; one that is left out, or blank, is all. */
  private static List<String> list(Options options, String name) {
    Optional<Option> option = options.find(name);
    if (option.isEmpty()) {
      return List.of();
    }
    List<String> items =
        Arrays.stream(option.get().text().split(","))
            .map(String::trim)
            .filter(item -> !item.isEmpty())
            .toList();
    if (items.isEmpty()) {
      throw option.get().must("ids separated by commas, or left out for all");
    }
    return items;
  }

  /** A directory that is there. */
  private static Path directory(Option option) {
    Path directory = path(option);
    if (!Files.isDirectory(directory)) {
      throw option.must("a directory that exists");
    }
    return directory;
  }

  /** A directory that may be made. */
  private static Path place(Option option) {
    Path place = path(option);
    if (Files.exists(place) && !Files.isDirectory(place)) {
      throw option.must("a directory, or a path where one can be made");
    }
    return place;
  }

  private static Path path(Option option) {
    return LocalPath.find(option.text()).orElseThrow(() -> option.must(LocalPath.rule()));
  }

  private static Duration minutes(Option option) {
    boolean isNumber = Pattern.matches("\\d{1,4}(\\.\\d{1,6})?", option.text());
    double minutes = isNumber ? Double.parseDouble(option.text()) : -1;
    if (minutes < 0 || minutes > MOST_MINUTES) {
      throw option.must("a number of minutes, 0 (after each update) to " + MOST_MINUTES);
    }
    return Duration.ofNanos(Math.round(minutes * MINUTE_NANOS));
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static int threads(Option option) {
    boolean isNumber = Pattern.matches("[1-9]\\d{0,3}", option.text());
    if (!isNumber || Integer.parseInt(option.text()) > MOST_THREADS) {
      throw option.must("a number of threads, 1 to " + MOST_THREADS);
    }
    return Integer.parseInt(option.text());
  }

  private static EngineChoice engine(Options options) {
    String engine =
        options.find("engine").map(Settings::engineName).orElse(Engines.STANDARD.engine());
    DeviceChoice device =
        options
            .find("device")
            .map(Settings::device)
            .orElseGet(() -> Engines.standardDevice(engine));
    if (!device.isCuda()) {
      requireDefault(options, "tf32", false);
      requireDefault(options, "deterministic", true);
    }
    return new EngineChoice(
        engine,
        options.find("kernels").map(Settings::kernels).orElse(Engines.STANDARD.kernels()),
        device,
        new ArithmeticChoice(flag(options, "tf32", false), flag(options, "deterministic", true)));
  }

  /** What a card may do says nothing of a CPU. */
  private static void requireDefault(Options options, String name, boolean standard) {
    if (flag(options, name, standard) != standard) {
      throw new SettingsException(
          "sgdwalk." + name + ": is of cards alone; with sgdwalk.device=cpu it must be left out");
    }
  }

  private static DeviceChoice device(Option option) {
    return DeviceChoice.find(option.text()).orElseThrow(() -> option.must(DeviceChoice.RULE));
  }

  private static String engineName(Option option) {
    if (!Engines.names().contains(option.text())) {
      throw option.must("one of " + String.join(", ", Engines.names()));
    }
    return option.text();
  }

  private static KernelChoice kernels(Option option) {
    return KernelChoice.find(option.text())
        .orElseThrow(() -> option.must("one of " + String.join(", ", KernelChoice.keys())));
  }

  private static boolean flag(Options options, String name) {
    return flag(options, name, false);
  }

  /** Bare, as in {@code -Dsgdwalk.strict}, it is yes. */
  private static boolean flag(Options options, String name, boolean standard) {
    Optional<Option> option = options.find(name);
    if (option.isEmpty()) {
      return standard || options.isBare(name);
    }
    return switch (option.get().text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw option.get().must("true or false");
    };
  }
}
