package org.sgdwalk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.cli.Main;
import org.sgdwalk.settings.Options;

@DisplayName("The packages use each other only as the design allows")
class ArchitectureTest {
  private static final String ROOT = "org.sgdwalk";
  private static final String PROGRAM = "net.program";
  private static final String FETCH = "data.fetch";

  /** The design's table: every arrow that is allowed, and used. */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("spec", Set.of()),
              Map.entry("stats", Set.of()),
              Map.entry("device", Set.of()),
              Map.entry("bench", Set.of()),
              Map.entry("disk", Set.of()),
              Map.entry("trace", Set.of("spec", "stats", "disk")),
              Map.entry("data", Set.of("spec", "disk")),
              Map.entry("net", Set.of("spec", "data", "device")),
              Map.entry("train", Set.of("spec", "trace", "data", "net")),
              Map.entry("probe", Set.of("spec", "stats", "net")),
              Map.entry("progress", Set.of("data")),
              Map.entry(
                  "run",
                  Set.of(
                      "spec",
                      "stats",
                      "disk",
                      "trace",
                      "data",
                      "net",
                      "train",
                      "probe",
                      "progress")),
              Map.entry("claim", Set.of("spec", "trace")),
              Map.entry("paper", Set.of("stats", "trace", "claim")),
              Map.entry("judge", Set.of("stats", "claim", "words")),
              Map.entry("cell", Set.of("spec", "claim", "judge", "paper")),
              Map.entry("table", Set.of("spec", "trace", "claim")),
              Map.entry("sensitivity", Set.of("spec", "claim", "judge", "paper")),
              Map.entry("settings", Set.of("spec", "data", "net", "claim", "judge", "cell")),
              Map.entry(
                  "session",
                  Set.of(
                      "spec",
                      "trace",
                      "data",
                      "claim",
                      "judge",
                      "paper",
                      "cell",
                      "sensitivity",
                      "settings",
                      "progress",
                      "run",
                      "disk")),
              Map.entry("words", Set.of("spec", "stats", "trace", "claim")),
              Map.entry("figure", Set.of("spec", "stats", "trace", "claim", "judge", "words")),
              Map.entry(
                  "report",
                  Set.of(
                      "spec",
                      "stats",
                      "trace",
                      "claim",
                      "judge",
                      "cell",
                      "paper",
                      "table",
                      "sensitivity",
                      "figure",
                      "words",
                      "bench")),
              Map.entry(
                  "cli",
                  Set.of(
                      "spec",
                      "trace",
                      "data",
                      "net",
                      "claim",
                      "judge",
                      "sensitivity",
                      "settings",
                      "session",
                      "progress",
                      "run",
                      "figure",
                      "report",
                      "words",
                      "device",
                      "disk"))));

  /** The room that builds with {@code -Pspark} alone have. */
  private static final String SPARK = "spark";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  static {
    if (CLASSES.containPackage(ROOT + "." + SPARK)) {
      MAY_USE.put(
          SPARK, Set.of("spec", "trace", "data", "net", "settings", "session", "run", "disk"));
    }
  }

  static Stream<String> packages() {
    return MAY_USE.keySet().stream();
  }

  @Test
  void knows_every_package() {
    assertThat(CLASSES.stream().map(ArchitectureTest::firstLevel).collect(Collectors.toSet()))
        .isEqualTo(MAY_USE.keySet());
  }

  @Test
  void counts_a_subpackage_with_its_parent() {
    assertThat(classesOf("net"))
        .containsAll(classesOf(PROGRAM))
        .containsAll(classesOf("net.torch"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void sees_the_classes_of_each_package(String name) {
    assertThat(classesOf(name)).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void uses_only_the_packages_that_the_design_names(String name) {
    String[] others =
        MAY_USE.keySet().stream()
            .filter(other -> !other.equals(name) && !mayUse(name).contains(other))
            .map(ArchitectureTest::within)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(within(name))
        .should()
        .dependOnClassesThat(resideInAnyPackage(others))
        .because(name + " may use " + mayUse(name))
        .allowEmptyShould(others.length == 0 || classesOf(name).isEmpty())
        .check(CLASSES);
  }

  /** An arrow that nobody uses says that a room knows more than it does. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void uses_every_package_that_the_design_names(String name) {
    assertThat(
            classesOf(name).stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith(ROOT + "."))
                .map(ArchitectureTest::firstLevel)
                .collect(Collectors.toSet()))
        .containsAll(mayUse(name));
  }

  @Test
  void lets_one_run_know_no_claim() {
    assertThat(mayUse("run")).doesNotContain("claim", "paper", "cell", "session");
  }

  @Test
  void lets_many_runs_know_no_network_and_no_probe() {
    assertThat(mayUse("session")).doesNotContain("net", "train", "probe");
  }

  /** Without Spark on the class path everything else works. */
  @Test
  void lets_no_other_package_know_Spark() {
    noClasses()
        .that()
        .resideOutsideOfPackage(within(SPARK))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.spark..", "scala..", within(SPARK)))
        .check(CLASSES);
  }

  /** Which library each room of net may know; no other package knows any of them. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "net.program", Set.of("org.deeplearning4j..", "org.nd4j.."),
          "net.network", Set.of("org.deeplearning4j..", "org.nd4j.."),
          "net.natives",
              Set.of("org.bytedeco.javacpp..", "org.bytedeco.openblas..", "com.sun.jna.."),
          "net.torch", Set.of("org.bytedeco.javacpp..", "org.bytedeco.pytorch.."),
          "net.dl4j", Set.of("org.deeplearning4j..", "org.nd4j..", "org.bytedeco.javacpp.."));

  private static final Set<String> ALL_LIBRARIES =
      Set.of(
          "org.deeplearning4j..",
          "org.nd4j..",
          "org.bytedeco.javacpp..",
          "org.bytedeco.openblas..",
          "org.bytedeco.pytorch..",
          "com.sun.jna..");

  static Stream<String> rooms() {
    return LIBRARIES.keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rooms")
  void lets_an_engine_know_its_own_library_only(String room) {
    assertThat(classesOf(room)).isNotEmpty();
    noClasses()
        .that()
        .resideInAPackage(within(room))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                ALL_LIBRARIES.stream()
                    .filter(library -> !librariesOf(room).contains(library))
                    .toArray(String[]::new)))
        .check(CLASSES);
    for (String library : librariesOf(room)) {
      assertThat(
              classes()
                  .that()
                  .resideInAPackage(within(room))
                  .should()
                  .onlyDependOnClassesThat(resideInAPackage(library).negate())
                  .evaluate(CLASSES)
                  .hasViolation())
          .as("%s uses %s", room, library)
          .isTrue();
    }
  }

  private static Set<String> librariesOf(String room) {
    return Objects.requireNonNull(LIBRARIES.get(room), room);
  }

  /** The surface, its vectors and its workers compute with any engine. */
  @Test
  void lets_nothing_else_know_a_library() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            LIBRARIES.keySet().stream().map(ArchitectureTest::within).toArray(String[]::new))
        .should()
        .dependOnClassesThat(resideInAnyPackage(ALL_LIBRARIES.toArray(String[]::new)))
        .check(CLASSES);
  }

  /** Engines are chosen by name in one place. */
  @Test
  void lets_nothing_but_the_choice_know_an_engine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(within("net.engines"), within("net.torch"), within("net.dl4j"))
        .should()
        .dependOnClassesThat(resideInAnyPackage(within("net.torch"), within("net.dl4j")))
        .check(CLASSES);
  }

  /** A program is layers and shapes: no data, no spec, nothing of the surface above it. */
  @Test
  void lets_a_program_use_no_other_package() {
    assertThat(classesOf(PROGRAM)).isNotEmpty();
    noClasses()
        .that()
        .resideInAPackage(within(PROGRAM))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..").and(not(resideInAPackage(within(PROGRAM)))))
        .check(CLASSES);
  }

  /** Downloads stand on the list of sets, and not the other way round: reading needs no network. */
  @Test
  void lets_data_do_without_downloads() {
    assertThat(classesOf(FETCH)).isNotEmpty();
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".data")
        .should()
        .dependOnClassesThat(resideInAnyPackage(within(FETCH), "java.net.http.."))
        .check(CLASSES);
  }

  /** Whoever reads the process's options sees those of the user who runs the tests. */
  @Test
  void reads_the_options_of_the_process_in_one_place() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .should()
        .callMethod(Options.class, "ofProcess")
        .check(CLASSES);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Options.class.getName())
        .and()
        // Where the system's libraries and Spark's lie.
        .resideOutsideOfPackages(within("device"), within(SPARK))
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperties")
        .check(CLASSES);
  }

  /** Those that are run by hand, in a JVM of their own or for the claims; a benchmark. */
  @Test
  void lets_no_unit_test_read_them() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(ROOT);
    assertThat(
            tests.stream()
                .filter(c -> c.getMethodCallsFromSelf().stream().anyMatch(this::readsOptions))
                .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder("ClaimsIT", "DataFolder", "ManyRuns", "TunedSchedulesTest");
  }

  private boolean readsOptions(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(Options.class)
        && call.getName().equals("ofProcess");
  }

  @Test
  void has_no_cycle_between_packages() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void is_null_marked(String name) {
    assertThat(CLASSES.getPackage(ROOT + "." + name).getSubpackagesInTree())
        .allMatch(subpackage -> subpackage.isAnnotatedWith(NullMarked.class));
    assertThat(CLASSES.getPackage(ROOT + "." + name).isAnnotatedWith(NullMarked.class)).isTrue();
  }

  /** A subpackage belongs to its parent: {@code net.engine} to {@code net}. */
  private static String firstLevel(JavaClass c) {
    return c.getPackageName().substring(ROOT.length() + 1).replaceFirst("[.].*", "");
  }

  private static Set<String> mayUse(String name) {
    return Objects.requireNonNull(MAY_USE.get(name), name);
  }

  private static String within(String name) {
    return ROOT + "." + name + "..";
  }

  private static List<JavaClass> classesOf(String name) {
    return CLASSES.stream()
        .filter(resideInAPackage(within(name)))
        .filter(c -> !c.getSimpleName().equals("package-info"))
        .toList();
  }
}
