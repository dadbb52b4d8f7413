package org.sgdwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.net.BuildInfo;

@DisplayName("The class path holds one platform's natives and no more")
class ClassPathTest {
  /** Surefire may hand the class path over in a jar's manifest and keep the real one here. */
  private static final List<String> PROPERTIES =
      List.of("surefire.test.class.path", "surefire.real.class.path", "java.class.path");

  private static final List<Path> ENTRIES =
      PROPERTIES.stream()
          .map(property -> System.getProperty(property, ""))
          .flatMap(path -> Stream.of(path.split(Pattern.quote(File.pathSeparator))))
          .filter(entry -> !entry.isEmpty())
          .map(Path::of)
          .distinct()
          .toList();

  /** What JavaCPP calls the platforms that it has natives for. */
  private static final Pattern PLATFORM =
      Pattern.compile(
          "-((?:linux|macosx|windows|android|ios)-(?:x86_64|x86|arm64|armhf|arm|ppc64le))(?=[-.])");

  /** Not those of JUnit, Allure and JNA, which have nothing to do with natives. */
  private static final Pattern PLATFORM_ARTIFACT =
      Pattern.compile("(?!jna-|allure-junit-).*-platform(-gpu)?-\\d.*\\.jar");

  private static final Pattern BACKEND =
      Pattern.compile("(?:nd4j-native|nd4j-cuda-11[.]6)-\\d[^-]*-M?[\\d.]+-(.+)\\.jar");

  private static final Pattern TORCH = Pattern.compile("pytorch-[\\d.]+-[\\d.]+-(.+)\\.jar");

  private static final Pattern ACCELERATOR =
      Pattern.compile("(cuda|nd4j-cuda|cudnn|tensorrt|nccl)-.*");

  /** What each profile adds for GPUs, beside the classifier of libtorch's natives. */
  private static final Map<String, List<String>> ACCELERATORS =
      Map.of(
          "none", List.of(),
          "cuda", List.of(),
          "cuda12",
              List.of(
                  "cuda-12.6-9.5-1.5.11-linux-x86_64-redist.jar",
                  "cuda-redist-12.9-9.10-1.5.12-linux-x86_64.jar"),
          "nd4j-cuda",
              List.of(
                  "cuda-11.6-8.3-1.5.7-linux-x86_64-redist.jar",
                  "cuda-11.6-8.3-1.5.7-linux-x86_64.jar",
                  "cuda-11.6-8.3-1.5.7.jar",
                  "nd4j-cuda-11.6-1.0.0-M2.1-linux-x86_64.jar",
                  "nd4j-cuda-11.6-1.0.0-M2.1.jar",
                  "nd4j-cuda-11.6-preset-1.0.0-M2.1-linux-x86_64.jar",
                  "nd4j-cuda-11.6-preset-1.0.0-M2.1.jar"));

  @Test
  void sees_the_class_path_at_all() {
    assertThat(names()).anyMatch(name -> name.matches("nd4j-native-api-[^-]+-M[\\d.]+\\.jar"));
    assertThat(names()).anyMatch(name -> name.startsWith("deeplearning4j-nn-"));
  }

  @Test
  void holds_nothing_that_only_image_pipelines_need() {
    assertThat(names())
        .noneMatch(name -> Pattern.matches("(opencv|ffmpeg|leptonica|hdf5)-.*", name))
        .noneMatch(name -> PLATFORM_ARTIFACT.matcher(name).matches());
  }

  /** DL4J brings them; what is used here loads no class of theirs, and some have advisories. */
  @Test
  void holds_nothing_that_is_never_loaded() {
    List<String> unused =
        List.of(
            "byteunits",
            "commons-collections4",
            "commons-net",
            "deeplearning4j-utility-iterators",
            "fastutil",
            "flatbuffers-java",
            "jna-platform",
            "neoitertools",
            "oshi-core",
            "resources",
            "threetenbp");
    assertThat(names())
        .noneMatch(name -> unused.stream().anyMatch(jar -> name.matches(jar + "-\\d.*\\.jar")));
  }

  @Test
  void holds_natives_of_this_platform_only() {
    String platform = property("sgdwalk.build.platform");
    List<String> platforms =
        names()
            .flatMap(name -> PLATFORM.matcher(name).results().map(found -> found.group(1)))
            .toList();

    assertThat(platforms).isNotEmpty().containsOnly(platform);
  }

  @Test
  void holds_exactly_one_backend_and_the_one_that_was_chosen() throws IOException {
    List<Path> backends = ENTRIES.stream().filter(entry -> !natives(entry).isEmpty()).toList();

    assertThat(backends)
        .singleElement()
        .satisfies(jar -> assertThat(natives(jar)).isEqualTo(property("sgdwalk.build.natives")));
    assertThat(Files.size(backends.get(0))).isGreaterThan(1_000_000);
  }

  /** CPU and GPU natives together end the process. */
  @Test
  void holds_exactly_one_set_of_libtorchs_natives_and_the_one_that_was_chosen() {
    assertThat(names().flatMap(name -> TORCH.matcher(name).results().map(found -> found.group(1))))
        .containsExactly(property("sgdwalk.build.torch"));
  }

  @Test
  void holds_what_the_profile_needs_for_gpus_and_no_more() {
    String profile = property("sgdwalk.build.accelerator");

    assertThat(names().filter(name -> ACCELERATOR.matcher(name).matches()))
        .containsExactlyInAnyOrderElementsOf(Objects.requireNonNull(ACCELERATORS.get(profile)));
  }

  @Test
  void is_what_the_build_says_of_itself() {
    assertThat(BuildInfo.accelerator()).isEqualTo(property("sgdwalk.build.accelerator"));
    assertThat(BuildInfo.torchNatives()).isEqualTo(property("sgdwalk.build.torch"));
    assertThat(BuildInfo.natives()).isEqualTo(property("sgdwalk.build.natives"));
    assertThat(names()).contains("pytorch-" + BuildInfo.pytorch() + ".jar");
  }

  private static Stream<String> names() {
    return ENTRIES.stream().map(ClassPathTest::name);
  }

  private static String name(Path entry) {
    return String.valueOf(entry.getFileName());
  }

  /** The classifier of a backend's natives; empty for any other jar. */
  private static String natives(Path entry) {
    return BACKEND
        .matcher(name(entry))
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElse("");
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name + " is set by the build");
  }
}
