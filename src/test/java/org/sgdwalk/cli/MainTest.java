package org.sgdwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.trace.TraceDirectory;
import picocli.CommandLine;

@DisplayName("The command line")
class MainTest {
  private static final String SPEC =
      """
      { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
        "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 40, "chunk": 30},
        "optimizer": {"kind": "sgd", "batch": 20, "learningRate": 0.1},
        "length": {"steps": 4}, "seed": 1,
        "keepTheta": [0, 4] }
      """;

  private static final String PROBED =
      SPEC.replace("\"seed\": 1", "\"seed\": 1, \"probes\": {\"crossSection\": {\"points\": 3}}");

  private static final String OWN =
      """
      { "kind": "network", "id": "mine/small",
        "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
        "data": {"name": "fashion-mnist-3k", "train": 100, "validation": 50, "chunk": 50},
        "batch": 10, "learningRate": 0.1, "updates": 20, "valley": [5, 20], "epochs": [1, 2],
        "scaled": 2, "extended": 20, "noise": 0.02 }
      """;

  @TempDir private Path folder;
  private final CommandRun command = new CommandRun();

  private Path spec(String json) throws IOException {
    return Files.writeString(folder.resolve("spec.json"), json);
  }

  @Test
  void explains_itself() {
    assertThat(command.execute("--help")).isZero();
    assertThat(command.out()).contains("run", "judge", "plan", "Exit codes", "sgdwalk.data.dir");
    assertThat(command.execute("--version")).isZero();
    assertThat(command.out()).contains("sgd-walk 0.", "DL4J 1.0.0-M2.1");
    assertThat(command.execute()).isEqualTo(2);
    assertThat(command.execute("walk")).isEqualTo(2);
  }

  @Test
  void documents_every_exit_code() {
    command.execute("--help");
    assertThat(command.out().lines().map(String::trim))
        .anyMatch(line -> line.matches("0 +done"))
        .anyMatch(line -> line.startsWith("1 "))
        .anyMatch(line -> line.startsWith("2 "))
        .anyMatch(line -> line.startsWith("3 "))
        .anyMatch(line -> line.startsWith("4 "))
        .anyMatch(line -> line.startsWith("129 "))
        .anyMatch(line -> line.startsWith("130 "))
        .anyMatch(line -> line.startsWith("143 "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "run -Dsgdwalk.threads=1 s.json --out o | -Dsgdwalk.threads=1: a system property must stand before -jar",
        "judge -Dsgdwalk.scale=ci | java -Dsgdwalk.scale=ci -jar",
        "-Dsgdwalk.scale=ci plan | -Dsgdwalk.scale=ci: a system property",
        "plan --scal ci | --scal: unknown here; did you mean --scale?",
        "pln | pln: unknown here",
        "run s.json | Missing required option: '--out=DIR' (sgd-walk run --help shows",
        "data fetch | sgd-walk data fetch --help"
      })
  void says_in_one_line_what_is_wrong_with_a_command_line(String words, String said) {
    assertThat(command.execute((Object[]) words.split(" "))).isEqualTo(2);
    assertThat(command.err()).hasLineCount(1).startsWith("sgd-walk: ").contains(said);
  }

  @Test
  void refuses_a_path_that_this_system_cannot_have() {
    assertThat(command.execute("run", "d\0t.json", "--out", "o")).isEqualTo(2);
    assertThat(command.err()).hasLineCount(1).contains("must be a path in this locale's encoding");
  }

  @Test
  void says_that_the_heap_is_too_small() {
    CommandLine commands = new CommandLine(new Full());
    StringWriter err = new StringWriter();
    commands.setErr(new PrintWriter(err, true));

    assertThat(Main.execute(commands)).isEqualTo(2);
    assertThat(err.toString()).hasLineCount(1).contains("(Java heap space; the heap has", "-Xmx");
  }

  /** A command that takes more than there is. */
  @CommandLine.Command
  private static final class Full implements Runnable {
    @Override
    public void run() {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  @Test
  void names_a_variant_that_is_not_there() {
    Path page = folder.resolve("new/page.md");
    assertThat(command.execute("sensitivity", "--variants", "points-6,points-7", "--out", page))
        .isEqualTo(2);
    assertThat(command.err())
        .contains("--variants: must be among points-6, points-21,", "got 'points-7'");
    assertThat(page).doesNotExist();
  }

  @Test
  void names_a_page_that_cannot_be_written() {
    assertThat(command.execute("sensitivity", "--out", folder)).isEqualTo(2);
    assertThat(command.err()).contains(folder + ": --out must name a file");
  }

  @Nested
  class Run {
    @Test
    void leaves_a_trace_that_can_be_read() throws IOException {
      Path dir = folder.resolve("new/trace");
      assertThat(command.execute("run", spec(SPEC), "--out", dir)).as(command.err()).isZero();

      Trace trace = TraceDirectory.read(dir);
      assertThat(trace.isComplete()).isTrue();
      assertThat(trace.steps()).hasSize(4);
      assertThat(trace.epochs()).extracting(row -> row.epoch()).containsExactly(0, 1, 2);
      assertThat(dir.resolve("theta-000000.npz")).isNotEmptyFile();
      assertThat(dir.resolve("theta-000004.npz")).isNotEmptyFile();
      assertThat(command.out())
          .hasLineCount(1)
          .matches(
              "4 steps in [\\d.]+ s; training loss [\\d.]+ to [\\d.]+, validation accuracy [\\d.]+ to"
                  + " [\\d.]+; trace in .*\\R");
      assertThat(command.err()).as("a loss that falls").isEmpty();
    }

    /** The start's length is drawn, so some seed of the first twenty starts beyond all doubles. */
    @Test
    void says_that_a_run_has_no_finite_start() throws IOException {
      int refused = 0;
      for (int seed = 1; seed <= 20; seed++) {
        String steep =
            """
            { "network": {"kind": "quadratic", "maxDimension": 1, "lowest": 1.7e308, "highest": 1.7e308},
              "data": {"name": "none", "train": 1, "validation": 1},
              "optimizer": {"kind": "gd", "learningRate": 1e-300}, "length": {"steps": 1}, "seed": %d }
            """
                .formatted(seed);
        if (command.execute("run", spec(steep), "--out", folder.resolve("steep" + seed)) == 2) {
          refused++;
        }
      }
      assertThat(refused).isPositive();
      assertThat(command.err()).contains("the loss at the initial theta is not finite; a run must");
    }

    @Test
    void warns_of_a_loss_that_rose() throws IOException {
      Path dir = folder.resolve("rose");
      assertThat(command.execute("run", spec(SPEC.replace("0.1", "50")), "--out", dir)).isZero();
      assertThat(command.err())
          .hasLineCount(1)
          .startsWith("warning: the training loss rose from ")
          .contains("optimizer.learningRate may be too large");
    }

    @Test
    void draws_the_walk() throws IOException {
      Path figure = folder.resolve("walk.svg");
      Path dir = folder.resolve("drawn");
      assertThat(command.execute("run", spec(PROBED), "--out", dir, "--figure", figure))
          .as(command.err())
          .isZero();
      assertThat(figure).content().contains("<svg", "fashion-mnist-3k", "gradient cosine");
    }

    @Test
    void draws_a_walk_beside_another() throws IOException {
      Path first = folder.resolve("first");
      Path figure = folder.resolve("walks.svg");
      command.execute("run", spec(PROBED), "--out", first);

      String faster = PROBED.replaceAll("\"learningRate\": [0-9.]+", "\"learningRate\": 0.03");
      assertThat(faster).isNotEqualTo(PROBED);
      assertThat(
              command.execute(
                  "run",
                  spec(faster),
                  "--out",
                  folder.resolve("second"),
                  "--figure",
                  figure,
                  "--beside",
                  first))
          .isZero();
      assertThat(Files.readString(figure).split("distance from init")).hasSize(2 + 1);
      assertThat(figure).content().contains("0.03", "0.1");
    }

    @Test
    void refuses_a_walk_beside_nothing() throws IOException {
      Path dir = folder.resolve("trace");
      Path without = folder.resolve("without");
      command.execute("run", spec(SPEC), "--out", without);

      assertThat(command.execute("run", spec(PROBED), "--out", dir, "--beside", without))
          .isEqualTo(2);
      assertThat(command.err()).contains("--beside: must come with --figure");
      assertThat(
              command.execute(
                  "run",
                  spec(PROBED),
                  "--out",
                  dir,
                  "--figure",
                  folder.resolve("walk.svg"),
                  "--beside",
                  without))
          .isEqualTo(2);
      assertThat(command.err()).contains("without: has no cross-section to draw");
      assertThat(dir).doesNotExist();
    }

    @Test
    void refuses_a_figure_without_its_folder() throws IOException {
      Path figure = folder.resolve("nowhere/walk.svg");
      Path dir = folder.resolve("out");
      assertThat(command.execute("run", spec(PROBED), "--out", dir, "--figure", figure))
          .isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains("walk.svg", "folder that exists");
      assertThat(dir).doesNotExist();
    }

    @Test
    void writes_a_figure_only_as_what_its_name_says() throws IOException {
      Path dir = folder.resolve("out");
      Path figure = folder.resolve("walk.png");
      assertThat(command.execute("run", spec(PROBED), "--out", dir, "--figure", figure))
          .isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains("walk.png", "must end with .svg");
      assertThat(dir).doesNotExist();
      assertThat(figure).doesNotExist();
    }

    @Test
    void does_not_write_where_judge_does_not_look() throws IOException {
      Path dir = folder.resolve("out.partial");
      assertThat(command.execute("run", spec(SPEC), "--out", dir)).isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains("names that end with .partial", "--out");
      assertThat(dir).doesNotExist();
    }

    @Test
    void does_not_draw_what_is_not_measured() throws IOException {
      Path dir = folder.resolve("out");
      assertThat(
              command.execute("run", spec(SPEC), "--out", dir, "--figure", folder.resolve("w.svg")))
          .isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains("probes.crossSection is missing");
      assertThat(dir).doesNotExist();
    }

    @Test
    void finds_before_it_trains_that_the_trace_cannot_be_written() throws IOException {
      Path dangling = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
      assertThat(command.execute("run", spec(SPEC), "--out", dangling)).isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains("link: exists already");

      Path tooLong = folder.resolve("x".repeat(300));
      assertThat(command.execute("run", spec(SPEC), "--out", tooLong)).isEqualTo(2);
      assertThat(command.err())
          .contains(": cannot be made: ")
          .doesNotContain("Exception", ".partial");
      assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".partial"));
    }

    @Test
    void refuses_to_overwrite() throws IOException {
      Path dir = Files.createDirectory(folder.resolve("taken"));
      assertThat(command.execute("run", spec(SPEC), "--out", dir)).isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains(dir.toString(), "exists already");
      assertThat(dir).isEmptyDirectory();
    }

    @Test
    void writes_what_was_recorded_until_a_run_diverged() throws IOException {
      Path dir = folder.resolve("diverged");
      String wild =
          SPEC.replace("0.1", "1e30").replace("\"batchNorm\": true", "\"batchNorm\": false");
      assertThat(command.execute("run", spec(wild), "--out", dir)).isEqualTo(3);
      assertThat(command.err()).contains("diverged at step");
      Trace trace = TraceDirectory.read(dir);
      assertThat(trace.isComplete()).isFalse();
      assertThat(trace.steps()).hasSizeLessThan(4);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
        delimiter = '|',
        value = {
          "\"seed\": 1 | \"seed\": 1, \"sede\": 1 | sede",
          "\"batch\": 20 | \"batch\": 61 | optimizer.batch",
          "\"batch\": 20 | \"batch\": 0 | optimizer.batch",
          "\"train\": 60 | \"train\": 1990 | data.train",
          "fashion-mnist-3k | fashion-mnist-4k | data.name",
          "\"mlp\" | \"vgg19\" | kind is one of mlp"
        })
    void names_what_is_wrong_and_writes_nothing(String right, String wrong, String named)
        throws IOException {
      Path dir = folder.resolve("out");
      assertThat(SPEC).contains(right);
      assertThat(command.execute("run", spec(SPEC.replace(right, wrong)), "--out", dir))
          .isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains(named);
      assertThat(dir).doesNotExist();
    }

    @Test
    void names_a_data_set_that_is_not_here() throws IOException {
      command.with("sgdwalk.data.dir", folder);
      Path dir = folder.resolve("out");
      Path spec = spec(SPEC.replace("fashion-mnist-3k", "mnist"));
      assertThat(command.execute("run", spec, "--out", dir)).isEqualTo(2);
      assertThat(command.err())
          .hasLineCount(1)
          .contains("mnist: " + folder.resolve("mnist") + " is no folder")
          .doesNotContain("sgdwalk.data.dir");
      assertThat(dir).doesNotExist();
    }

    @Test
    void names_a_missing_spec() {
      assertThat(command.execute("run", folder.resolve("none.json"), "--out", folder.resolve("o")))
          .isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains("none.json", "no such file");
    }
  }

  @Nested
  class Judge {
    @Test
    void names_a_missing_directory() {
      assertThat(command.execute("judge", folder.resolve("none"))).isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains("none", "no such directory");
    }

    @Test
    void writes_a_report_of_saved_traces() throws IOException {
      Path specs = folder.resolve("specs");
      Path report = folder.resolve("new/report");
      command.execute("plan", "--claims", "Q1a", "--specs", specs);
      for (String arm : List.of("over-damped", "under-damped", "unstable")) {
        Path spec = specs.resolve("quadratic/" + arm + ".json");
        command.execute("run", spec, "--out", folder.resolve("traces").resolve(arm));
      }

      assertThat(command.execute("judge", folder.resolve("traces"), "--report", report)).isZero();

      assertThat(command.out())
          .contains("report in " + report, "1 quadratic at ci\n")
          .containsPattern("\nQ1a   \\?  On a quadratic");
      assertThat(report.resolve("verdicts.json")).content().contains("\"INCONCLUSIVE\"");
      assertThat(report.resolve("verdicts.md"))
          .content()
          .startsWith("# Verdicts at scale ci\n")
          .contains("not compared", "from saved traces", "quadratic: INCONCLUSIVE")
          .contains("[Figures and seeds](ci/quadratic/Q1a)");
      assertThat(report.resolve("effects.csv"))
          .content()
          .isEqualTo(
              "claim,cell,verdict,effect,holds,seeds\nQ1a,quadratic,INCONCLUSIVE,\"3 [3, 3]\",1,1\n");
      Path place = report.resolve("ci/quadratic/Q1a");
      assertThat(place.resolve("seeds.csv"))
          .content()
          .startsWith("seed,effect,holds,note\n1,3,true,");
      assertThat(place.toFile().list((dir, name) -> name.endsWith(".svg")))
          .hasSize(3)
          .contains("effect-by-seed.svg", "judged-statistic.svg");
      assertThat(report.resolve("index.html"))
          .content()
          .contains("Q1a", "href=\"ci/quadratic/Q1a/judged-statistic.csv\"");
      assertThat(folder.resolve("new").toFile().list()).containsExactly("report");
    }

    @Test
    void judges_a_cell_of_ones_own() throws IOException {
      Path cell = Files.writeString(folder.resolve("my-cell.json"), OWN);
      Path specs = folder.resolve("specs");
      Path trace = folder.resolve("trace");
      assertThat(command.execute("plan", "--cells", cell, "--specs", specs)).isZero();
      assertThat(command.out()).contains("cell mine/small", "claims   T1, T2a, T2b, T3,");
      command.execute("run", specs.resolve("mine-small/gd.json"), "--out", trace);

      assertThat(command.execute("judge", trace, "--cells", cell)).isZero();

      assertThat(command.out()).contains("T1  mine/small", "T2a mine/small", "T3  mine/small");
      assertThat(command.execute("judge", trace)).isEqualTo(2);
      assertThat(command.err()).contains("docs/own-cell.md says how to make a cell of your own");
    }

    @Test
    void refuses_a_cell_with_the_id_of_another() throws IOException {
      Path cell =
          Files.writeString(
              folder.resolve("my-cell.json"), OWN.replace("mine/small", "mlp/mnist-6k"));
      assertThat(command.execute("plan", "--cells", cell)).isEqualTo(2);
      assertThat(command.err()).contains("my-cell.json: id: must not be that of another cell");
      Path own = Files.writeString(folder.resolve("own.json"), "\uFEFF" + OWN);
      assertThat(command.execute("plan", "--cells", own)).isZero();
      assertThat(command.execute("plan", "--cells", own + "," + own)).isEqualTo(2);
      assertThat(command.err()).contains("own.json: id: must not be that of ");
      assertThat(command.execute("plan", "--cells", folder.resolve("none.json"))).isEqualTo(2);
      assertThat(command.err()).contains("none.json: no such file; it must be a cell in JSON");
    }

    @Test
    void does_not_write_a_report_into_a_folder_that_is_there() throws IOException {
      assertThat(command.execute("judge", folder, "--report", folder)).isEqualTo(2);
      assertThat(command.err())
          .contains("exists already; --report must name a directory to be made");
    }

    @Test
    void says_which_traces_belong_to_no_claim() throws IOException {
      Path dir = folder.resolve("trace");
      command.execute("run", spec(SPEC), "--out", dir);
      assertThat(command.execute("judge", folder)).isEqualTo(2);
      assertThat(command.err())
          .hasLineCount(2)
          .contains(
              "no claim's design has this run; the nearest is ",
              " of mlp/fashion-mnist-3k at scale ci, which differs in: ",
              "; data.train 60, there 1000",
              "plan --specs DIR writes the specs that do");
    }

    @Test
    void says_what_differs_where_one_key_does() throws IOException {
      Path dir = folder.resolve("trace");
      Path specs = folder.resolve("specs");
      command.execute("plan", "--claims", "Q1a", "--specs", specs);
      String over = Files.readString(specs.resolve("quadratic/over-damped.json"));
      command.execute("run", spec(over.replaceAll("(\"steps\" : )\\d+", "$120")), "--out", dir);
      assertThat(command.execute("judge", dir)).isEqualTo(2);
      assertThat(command.err())
          .contains(
              "nearest is over-damped of quadratic at scale ci, which differs in: length.steps");
    }

    @Test
    void says_which_runs_are_missing_by_their_names_in_files() throws IOException {
      Path specs = folder.resolve("specs");
      command.execute("plan", "--claims", "Q1a", "--specs", specs);
      Path spec = specs.resolve("quadratic/over-damped.json");
      command.execute("run", spec, "--out", folder.resolve("trace"));
      assertThat(command.execute("judge", folder.resolve("trace"))).isZero();
      assertThat(command.out())
          .contains(
              "NOT_RUN",
              "needs the runs over-damped, under-damped, unstable of one seed; there is no trace of"
                  + " under-damped, unstable (plan --specs writes their specs)");
    }

    @Test
    void names_a_damaged_trace() throws IOException {
      Path dir = folder.resolve("trace");
      command.execute("run", spec(SPEC), "--out", dir);
      Files.writeString(dir.resolve("steps.csv"), "step\n");
      assertThat(command.execute("judge", dir)).isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains("steps.csv");
    }
  }

  @Nested
  class Plan {
    @Test
    void says_what_a_scale_needs_and_runs_nothing() {
      assertThat(
              command.execute("plan", "--cells", "mlp/fashion-mnist-3k", "--claims", "T1,T6,N7a"))
          .as(command.err())
          .isZero();
      assertThat(command.out())
          .contains(
              "scale ci: 3 judgements in 1 cells; seeds 1-"
                  + Catalog.stopping(Scale.CI).mostSeeds(),
              "network  MLP 64-64, batch norm: 55,306 parameters (2 runs)",
              "fashion-mnist-3k: 1,000 images train, 500 validate, chunks of 250; here: comes with",
              "claims   T1, T6, N7a",
              "| GD ",
              "| 2: T1 T6 |",
              "| 60 updates ",
              // 60 sections of 11 points, 59 of which share one; 6 rechecks.
              "| section of 11 points, every step ",
              "| 667,000 ")
          .doesNotContain("SGD, small batch", "mlp/mnist");
    }

    @Test
    void prints_the_plan_and_no_line_of_a_library() throws Exception {
      ForkedCommand.Result plan =
          ForkedCommand.run(
              ForkedCommand.thisJdk(),
              List.of("-Dsgdwalk.scale=smoke", "-Dsgdwalk.claims=T1"),
              "plan",
              "--cells",
              "mlp/fashion-mnist-3k");

      assertThat(plan.exitCode()).as(plan.output()).isZero();
      assertThat(plan.output()).startsWith("scale smoke: 1 judgements in 1 cells; seeds 1-2");
      assertThat(plan.output().lines().toList()).hasSize(26);
    }

    @Test
    void says_arithmetic_time_memory_and_disk() {
      assertThat(
              command.execute(
                  "plan", "--cells", "mlp/fashion-mnist-3k", "--claims", "T1", "--tflops", "0.001"))
          .as(command.err())
          .isZero();

      // Forward, and in the first layer; an image of GD's gradient, evaluation, section, product.
      double all = 2 * (784 * 64 + 64 * 64 + 64 * 10);
      double first = 2 * 784 * 64;
      double gradients = 60 * 1000 * (3 * all - first);
      double evaluations = 4 * 1500 * all;
      double sections = 667_000 * (all - first) + 66 * 1000 * 2 * first;
      double products = 3 * 1000 * (22 * (6 * all - 4 * first) + (3 * all - first));
      double flop = gradients + evaluations + sections + products;
      assertThat(command.out())
          .contains(
              String.format(Locale.ROOT, "  FLOP     %.2e a seed, %.2e for 28", flop, 28 * flop),
              "GFLOP/s each, assumed (--measure measures)",
              String.format(
                  Locale.ROOT, "time     here %.1f seconds a seed", flop / 40e9 / threads()),
              "at 0.001 TFLOP/s, of which 100 % are reached",
              String.format(Locale.ROOT, "on the device %.1f seconds a seed", flop / 1e9),
              "memory   here ",
              "disk     traces ");
    }

    private static int threads() {
      return Runtime.getRuntime().availableProcessors();
    }

    @Test
    void measures_the_machine_where_it_is_asked_to() {
      assertThat(
              command.execute(
                  "plan", "--cells", "mlp/fashion-mnist-3k", "--claims", "T1", "--measure"))
          .as(command.err())
          .isZero();
      assertThat(command.out())
          .containsPattern("the part of the peak, [1-9]\\d* GFLOP/s in large float32 products")
          .containsPattern(
              "batches \\d+ \\(\\d+ %\\), gradients \\d+ \\(\\d+ %\\), sections \\d+ \\(\\d+ %\\)")
          .doesNotContain("assumed");
    }

    @ParameterizedTest
    @CsvSource({
      "Infinity, , '--tflops: must be 0.001 to 1,000,000, got Infinity'",
      "0, , '--tflops: must be 0.001 to 1,000,000, got 0.0'",
      "35, 0, '--efficiency: must be 1 to 100, got 0.0'",
      "35, 101, '--efficiency: must be 1 to 100, got 101.0'",
      ", 50, '--efficiency: is of --tflops, which is missing'"
    })
    void refuses_a_device_that_cannot_be(
        @Nullable String tflops, @Nullable String efficiency, String said) {
      List<Object> words = new ArrayList<>(List.of("plan", "--claims", "Q1a"));
      if (tflops != null) {
        words.addAll(List.of("--tflops", tflops));
      }
      if (efficiency != null) {
        words.addAll(List.of("--efficiency", efficiency));
      }
      assertThat(command.execute(words.toArray())).isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains(said);
    }

    @Test
    void plans_the_papers_scale_without_its_data() {
      assertThat(
              command.execute("plan", "--scale", "paper", "--cells", "mlp/mnist", "--claims", "T1"))
          .isZero();
      assertThat(command.out())
          .contains("scale paper", "573,060 parameters", "mnist: 45,000 images train", "16 seeds");
    }

    @Test
    void writes_specs_that_run_takes_and_judges_knows() throws IOException {
      Path specs = folder.resolve("specs");
      assertThat(command.execute("plan", "--claims", "Q1a", "--specs", specs))
          .as(command.err())
          .isZero();
      for (String arm : List.of("over-damped", "under-damped", "unstable")) {
        Path spec = specs.resolve("quadratic").resolve(arm + ".json");
        assertThat(command.execute("run", spec, "--out", folder.resolve("traces/" + arm)))
            .as(command.err())
            .isZero();
      }
      assertThat(command.execute("judge", folder.resolve("traces"))).isZero();
      assertThat(command.out()).contains("Q1a quadratic", "holds for 1 of 1 seeds");
      assertThat(command.execute("plan", "--claims", "Q1a", "--specs", specs)).isEqualTo(2);
      assertThat(command.err())
          .hasLineCount(2)
          .contains("warning: the training loss rose", "exists already", "--specs");
    }

    @ParameterizedTest
    @CsvSource({
      "--scale, huge, '--scale: must be one of smoke'",
      "--cells, mlp/none, 'sgdwalk.cells: must be among'",
      "--claims, T99, 'sgdwalk.claims: must be among'"
    })
    void names_what_it_does_not_know(String option, String value, String named) {
      assertThat(command.execute("plan", option, value)).isEqualTo(2);
      assertThat(command.err()).hasLineCount(1).contains(named, value);
    }

    @Test
    void says_that_a_claim_is_not_judged_in_a_cell() {
      assertThat(command.execute("plan", "--cells", "quadratic", "--claims", "T1")).isEqualTo(2);
      assertThat(command.err())
          .hasLineCount(1)
          .contains("none of the claims T1 is judged in quadratic");
    }
  }
}
