package org.sgdwalk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.data.DataPlaces;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.ArithmeticChoice;
import org.sgdwalk.spec.DeviceChoice;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.KernelChoice;

@DisplayName("The options of the suite")
class SettingsTest {
  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          Map.entry("sgdwalk.scale", "paper"),
          Map.entry("sgdwalk.claims", "T1, R6"),
          Map.entry("sgdwalk.cells", "mlp/mnist-6k"),
          Map.entry("sgdwalk.seeds", "3-5"),
          Map.entry("sgdwalk.data.dir", "fixtures"),
          Map.entry("sgdwalk.cache.dir", "cache"),
          Map.entry("sgdwalk.offline", "true"),
          Map.entry("sgdwalk.store.dir", "store"),
          Map.entry("sgdwalk.threads", "7"),
          Map.entry("sgdwalk.engine", "dl4j"),
          Map.entry("sgdwalk.kernels", "native"),
          Map.entry("sgdwalk.device", "cuda:1"),
          Map.entry("sgdwalk.tf32", "true"),
          Map.entry("sgdwalk.deterministic", "false"),
          Map.entry("sgdwalk.runner", "spark"),
          Map.entry("sgdwalk.spark.master", "spark://host:7077"),
          Map.entry("sgdwalk.spark.traces", "sent"),
          Map.entry("sgdwalk.strict", "true"));
  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("SGDWALK_SCALE", "smoke"),
          Map.entry("SGDWALK_CLAIMS", "T2"),
          Map.entry("SGDWALK_CELLS", "mlp/other,"),
          Map.entry("SGDWALK_SEEDS", "1-1"),
          Map.entry("SGDWALK_DATA_DIR", "docs"),
          Map.entry("SGDWALK_CACHE_DIR", "env-cache"),
          Map.entry("SGDWALK_OFFLINE", "false"),
          Map.entry("SGDWALK_STORE_DIR", "env-store"),
          Map.entry("SGDWALK_THREADS", "2"),
          Map.entry("SGDWALK_ENGINE", "torch"),
          Map.entry("SGDWALK_KERNELS", "portable"),
          Map.entry("SGDWALK_DEVICE", "cuda"),
          Map.entry("SGDWALK_TF32", "false"),
          Map.entry("SGDWALK_DETERMINISTIC", "true"),
          Map.entry("SGDWALK_RUNNER", "spark"),
          Map.entry("SGDWALK_SPARK_MASTER", "yarn"),
          Map.entry("SGDWALK_SPARK_TRACES", "shared"),
          Map.entry("SGDWALK_STRICT", "false"));

  @Test
  void have_defaults() {
    Settings settings = settings(Map.of(), Map.of());

    assertThat(settings.scale()).isEqualTo(Scale.CI);
    assertThat(settings.claims()).isEmpty();
    assertThat(settings.cells()).isEmpty();
    assertThat(settings.seeds()).isNull();
    assertThat(settings.dataDir()).isNull();
    assertThat(settings.cacheDir())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/sgd-walk/data"));
    assertThat(settings.offline()).isFalse();
    assertThat(settings.dataPlaces()).isEqualTo(new DataPlaces(null, settings.cacheDir()));
    assertThat(settings.storeDir()).isNull();
    assertThat(settings.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(settings.engine())
        .isEqualTo(
            new EngineChoice(
                "torch",
                KernelChoice.PORTABLE,
                Engines.standardDevice("torch"),
                ArithmeticChoice.EXACT));
    assertThat(settings.strict()).isFalse();
  }

  @Test
  void read_every_property_and_let_it_win() {
    Settings settings = settings(PROPERTIES, ENVIRONMENT);

    assertThat(settings).isEqualTo(settings(PROPERTIES, Map.of()));
    assertThat(settings.scale()).isEqualTo(Scale.PAPER);
    assertThat(settings.claims()).containsExactly("T1", "R6");
    assertThat(settings.cells()).containsExactly("mlp/mnist-6k");
    assertThat(settings.seeds()).isEqualTo(new SeedRange(3, 3));
    assertThat(settings.dataDir()).isEqualTo(Path.of("fixtures"));
    assertThat(settings.cacheDir()).isEqualTo(Path.of("cache"));
    assertThat(settings.dataPlaces())
        .isEqualTo(new DataPlaces(Path.of("fixtures"), Path.of("cache")));
    assertThat(settings.offline()).isTrue();
    assertThat(settings.storeDir()).isEqualTo(Path.of("store"));
    assertThat(settings.threads()).isEqualTo(7);
    assertThat(settings.engine())
        .isEqualTo(
            new EngineChoice(
                "dl4j",
                KernelChoice.NATIVE,
                DeviceChoice.card(1),
                new ArithmeticChoice(true, false)));
    assertThat(settings.runner())
        .isEqualTo(new RunnerChoice("spark", "spark://host:7077", RunnerChoice.Traces.SENT));
    assertThat(settings.strict()).isTrue();
  }

  @Test
  void read_every_environment_twin() {
    Settings settings = settings(Map.of(), ENVIRONMENT);

    assertThat(settings.scale()).isEqualTo(Scale.SMOKE);
    assertThat(settings.claims()).containsExactly("T2");
    assertThat(settings.cells()).containsExactly("mlp/other");
    assertThat(settings.seeds()).isEqualTo(new SeedRange(1, 1));
    assertThat(settings.dataDir()).isEqualTo(Path.of("docs"));
    assertThat(settings.cacheDir()).isEqualTo(Path.of("env-cache"));
    assertThat(settings.offline()).isFalse();
    assertThat(settings.storeDir()).isEqualTo(Path.of("env-store"));
    assertThat(settings.threads()).isEqualTo(2);
    assertThat(settings.engine())
        .isEqualTo(
            new EngineChoice(
                "torch", KernelChoice.PORTABLE, DeviceChoice.CUDA, ArithmeticChoice.EXACT));
    assertThat(settings.runner())
        .isEqualTo(new RunnerChoice("spark", "yarn", RunnerChoice.Traces.SHARED));
    assertThat(settings.strict()).isFalse();
  }

  @Test
  void take_a_bare_flag_for_yes() {
    assertThat(settings(Map.of("sgdwalk.offline", ""), Map.of()).offline()).isTrue();
    assertThat(settings(Map.of(), Map.of("SGDWALK_OFFLINE", "true")).offline()).isTrue();
    assertThat(settings(Map.of("sgdwalk.strict", ""), Map.of()).strict()).isTrue();
    assertThat(settings(Map.of(), Map.of("SGDWALK_STRICT", "true")).strict()).isTrue();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scale   | huge  | sgdwalk.scale: must be one of smoke, ci, desk, paper-lite, paper, got 'huge'
          scale   | CI    | sgdwalk.scale: must be one of smoke, ci, desk, paper-lite, paper, got 'CI'
          seeds   | 5     | sgdwalk.seeds: must be fresh, or FIRST-LAST with FIRST <= LAST and at most 1000000 seeds, for example 1-24, got '5'
          seeds   | 5-4   | sgdwalk.seeds: must be fresh, or FIRST-LAST with FIRST <= LAST and at most 1000000 seeds, for example 1-24, got '5-4'
          threads | 0     | sgdwalk.threads: must be a number of threads, 1 to 1024, got '0'
          threads | -1    | sgdwalk.threads: must be a number of threads, 1 to 1024, got '-1'
          threads | 2.5   | sgdwalk.threads: must be a number of threads, 1 to 1024, got '2.5'
          threads | many  | sgdwalk.threads: must be a number of threads, 1 to 1024, got 'many'
          offline | 1     | sgdwalk.offline: must be true or false, got '1'
          strict  | yes   | sgdwalk.strict: must be true or false, got 'yes'
          """)
  void reject_an_impossible_value_by_name(String name, String value, String message) {
    assertThatThrownBy(() -> settings(Map.of("sgdwalk." + name, value), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(message);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cells     | ,           | must be ids separated by commas, or left out for all
          threads   | 1025        | must be a number of threads, 1 to 1024
          data.dir  | nowhere     | must be a directory that exists
          data.dir  | pom.xml     | must be a directory that exists
          cache.dir | pom.xml     | must be a directory, or a path where one can be made
          store.dir | pom.xml     | must be a directory, or a path where one can be made
          """)
  void name_the_environment_twin_where_that_was_given(String name, String value, String rule) {
    String variable = "SGDWALK_" + name.toUpperCase(Locale.ROOT).replace('.', '_');

    assertThatThrownBy(() -> settings(Map.of(), Map.of(variable, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessage(variable + ": " + rule + ", got '" + value + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data.dir", "cache.dir", "store.dir"})
  void refuse_a_path_that_this_system_cannot_have(String name) {
    assertThatThrownBy(() -> settings(Map.of("sgdwalk." + name, "d\0t"), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("sgdwalk." + name + ": must be a path in this locale's encoding");
  }

  @ParameterizedTest
  @CsvSource({"sgdwalk.tf32, true", "sgdwalk.deterministic, false"})
  void reject_what_cards_may_do_of_a_cpu(String option, String value) {
    assertThatThrownBy(() -> settings(Map.of("sgdwalk.device", "cpu", option, value), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(option + ": is of cards alone; with sgdwalk.device=cpu it must be left out");
    assertThat(
            settings(Map.of("sgdwalk.device", "cuda", option, value), Map.of())
                .engine()
                .arithmetic())
        .isNotEqualTo(ArithmeticChoice.EXACT);
  }

  @Test
  void let_the_command_line_win_and_name_it() {
    Options options =
        Options.of(Map.of("sgdwalk.scale", "paper"), Map.of()).with("scale", "--scale", "smoke");

    assertThat(Settings.of(options).scale()).isEqualTo(Scale.SMOKE);
    assertThat(Settings.of(options.with("scale", "--scale", null)).scale()).isEqualTo(Scale.SMOKE);
    assertThatThrownBy(() -> Settings.of(options.with("scale", "--scale", "huge")))
        .hasMessage("--scale: must be one of smoke, ci, desk, paper-lite, paper, got 'huge'");
  }

  @Test
  void reject_an_unknown_option() {
    assertThatThrownBy(() -> settings(Map.of("sgdwalk.sedes", "1-2"), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "sgdwalk.sedes: unknown option; known: sgdwalk.cache.dir, sgdwalk.cells, sgdwalk.checkpoint.minutes, sgdwalk.claims,"
                + " sgdwalk.data.dir, sgdwalk.deterministic, sgdwalk.device, sgdwalk.engine, sgdwalk.kernels,"
                + " sgdwalk.offline, sgdwalk.runner, sgdwalk.scale, sgdwalk.seeds,"
                + " sgdwalk.spark.master, sgdwalk.spark.traces, sgdwalk.store.dir,"
                + " sgdwalk.strict, sgdwalk.tf32, sgdwalk.threads");
    assertThatThrownBy(() -> settings(Map.of(), Map.of("SGDWALK_SEDES", "1-2")))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "SGDWALK_SEDES: unknown option; known: SGDWALK_CACHE_DIR, SGDWALK_");
  }

  @Test
  void leave_the_options_of_the_build_and_of_others_alone() {
    Map<String, String> others =
        Map.of(
            "sgdwalk.build.natives",
            "x",
            "sgdwalk.test.soak",
            "true",
            "sgdwalk.gpu.preflight",
            "off",
            "sgdwalk.simd",
            "avx2",
            "other",
            "1");

    assertThat(settings(others, Map.of("OTHER", "1"))).isEqualTo(settings(Map.of(), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "-1-3", "4-3", "1-", "1-2-3", "a-b", "0-1000000", "1 - 2"})
  void reject_what_is_no_range_of_seeds(String text) {
    assertThatThrownBy(() -> range(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("sgdwalk.seeds: must be fresh, or FIRST-LAST")
        .hasMessageEndingWith("got '" + text + "'");
  }

  @Test
  void draw_fresh_seeds_away_from_all_others_and_so_that_they_can_be_given_again() {
    Set<SeedRange> drawn = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      SeedRange fresh =
          Objects.requireNonNull(settings(Map.of("sgdwalk.seeds", "fresh"), Map.of()).seeds());
      drawn.add(fresh);

      assertThat(fresh.cap()).isEqualTo(Catalog.stopping(Scale.CI).mostSeeds());
      assertThat(fresh.first()).isGreaterThan(1_000_000L * Catalog.FIRST_CALIBRATION_SEED);
      assertThat(range(fresh.toString())).isEqualTo(fresh);
    }
    assertThat(drawn).hasSize(100);
  }

  @Test
  void draw_as_many_fresh_seeds_as_the_scale_may_use() {
    assertThat(
            settings(Map.of("sgdwalk.seeds", "fresh", "sgdwalk.scale", "smoke"), Map.of()).seeds())
        .isNotNull()
        .extracting(SeedRange::cap)
        .isEqualTo(Catalog.stopping(Scale.SMOKE).mostSeeds());
  }

  @Test
  void count_a_range_of_seeds_from_its_first() {
    SeedRange range = range("1000-1023");

    assertThat(range).isEqualTo(new SeedRange(1000, 24)).hasToString("1000-1023");
    assertThat(range.at(0)).isEqualTo(1000);
    assertThat(range.at(23)).isEqualTo(1023);
    assertThat(range("0-0")).isEqualTo(new SeedRange(0, 1));
  }

  private static Settings settings(
      Map<String, String> properties, Map<String, String> environment) {
    return Settings.of(Options.of(properties, environment));
  }

  private static SeedRange range(String text) {
    return SeedRange.parse(new Option("sgdwalk.seeds", text));
  }

  @Test
  void say_who_makes_the_runs() {
    assertThat(settings(Map.of(), Map.of()).runner()).isEqualTo(RunnerChoice.LOCAL);
    RunnerChoice spark =
        settings(
                Map.of(
                    "sgdwalk.runner", "spark", "sgdwalk.spark.master", "local-cluster[2,1,1024]"),
                Map.of("SGDWALK_SPARK_TRACES", "sent"))
            .runner();
    assertThat(spark)
        .isEqualTo(new RunnerChoice("spark", "local-cluster[2,1,1024]", RunnerChoice.Traces.SENT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runner       | yarn   | sgdwalk.runner: must be one of local, spark, got 'yarn'",
        "spark.master | yarn   | sgdwalk.spark.master: is of sgdwalk.runner=spark alone; it must be left out without",
        "spark.traces | shared | sgdwalk.spark.traces: is of sgdwalk.runner=spark alone; it must be left out without"
      })
  void name_what_is_wrong_with_a_runner(String name, String value, String said) {
    assertThatThrownBy(() -> settings(Map.of("sgdwalk." + name, value), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(said);
  }

  /** What another machine is told gives it the same data, engine and checkpoints. */
  @ParameterizedTest
  @CsvSource({"torch, portable, cpu", "dl4j, native, cpu", "torch, portable, cuda:3"})
  void tell_another_machine_all_that_a_run_hangs_on(String engine, String kernels, String device) {
    Map<String, String> options =
        new HashMap<>(
            Map.of(
                "sgdwalk.data.dir", "fixtures",
                "sgdwalk.cache.dir", "cache",
                "sgdwalk.checkpoint.minutes", "0.000017",
                "sgdwalk.engine", engine,
                "sgdwalk.kernels", kernels,
                "sgdwalk.device", device,
                "sgdwalk.scale", "paper"));
    if (!device.equals("cpu")) {
      options.put("sgdwalk.tf32", "true");
      options.put("sgdwalk.deterministic", "false");
    }
    Settings here = settings(options, Map.of());
    Settings there = settings(here.forRuns(), Map.of());

    assertThat(there.engine()).isEqualTo(here.engine());
    assertThat(there.checkpoints()).isEqualTo(here.checkpoints());
    assertThat(there.dataDir()).isEqualTo(Path.of("fixtures").toAbsolutePath());
    assertThat(there.cacheDir()).isEqualTo(Path.of("cache").toAbsolutePath());
  }
}
