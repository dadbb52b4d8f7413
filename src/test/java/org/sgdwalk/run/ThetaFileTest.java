package org.sgdwalk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.hipparchus.random.Well19937c;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.Gradient;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.RunningStatistics;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.TraceException;
import org.sgdwalk.trace.npz.NumpyArchive;
import org.sgdwalk.trace.npz.NumpyArray;
import org.sgdwalk.train.Start;

@DisplayName("A theta file")
class ThetaFileTest {
  private static final String BATCH_NORM = "\"batchNorm\": true";
  private static final int HUGE = 1 << 23;
  private static final String PLAIN = "\"batchNorm\": false";

  private static LossSurface surface(String batchNorm, Precision precision) {
    RunSpec spec =
        SpecJson.read(
            """
            { "network": {"kind": "mlp", "hidden": [3], %s},
              "data": {"name": "fashion-mnist-3k", "train": 20, "validation": 10, "chunk": 10},
              "optimizer": {"kind": "gd", "learningRate": 0.1},
              "length": {"steps": 1}, "seed": 5, "precision": "%s" }
            """
                .formatted(batchNorm, precision.name().toLowerCase(Locale.ROOT)));
    return NetworkLossSurface.open(
        Engines.of(Engines.STANDARD), spec, DataSet.load(spec.data(), new DataCatalog(null)), 1);
  }

  /** Theta is drawn; the statistics have taken in a batch, so they are not the defaults. */
  private static Start somewhere(LossSurface surface) {
    Start drawn = new Start(surface.initialTheta(new Well19937c(3)), surface.initialStatistics());
    Gradient gradient = surface.fullGradient(drawn.theta());
    drawn.statistics().update(gradient.batchStatistics());
    return drawn;
  }

  private static byte[] written(LossSurface surface, Start start, Precision precision) {
    return ThetaFile.write(surface, start.theta(), start.statistics().evalMode(), precision);
  }

  private static double[] values(RunningStatistics statistics) {
    return ((Normalization.Running) statistics.evalMode()).statistics().toArray();
  }

  @ParameterizedTest
  @EnumSource
  void reads_back_exactly_what_was_written(Precision precision) {
    for (String batchNorm : List.of(BATCH_NORM, PLAIN)) {
      try (LossSurface surface = surface(batchNorm, precision)) {
        Start start = somewhere(surface);

        byte[] file = written(surface, start, precision);
        Start read = ThetaFile.read(file, "t.npz", surface, precision);

        assertThat(read.theta().toArray()).isEqualTo(start.theta().toArray());
        assertThat(values(read.statistics())).isEqualTo(values(start.statistics()));
        assertThat(written(surface, read, precision)).isEqualTo(file);
      }
    }
  }

  @Test
  void has_the_default_statistics_where_it_has_none() {
    try (LossSurface surface = surface(BATCH_NORM, Precision.FLOAT64)) {
      Map<String, NumpyArray> arrays = arrays(surface);
      arrays.keySet().removeIf(name -> name.startsWith("stats/"));

      Start read = read(arrays, surface, Precision.FLOAT64);

      assertThat(values(read.statistics())).isEqualTo(values(surface.initialStatistics()));
      assertThat(read.theta().toArray()).isEqualTo(somewhere(surface).theta().toArray());
    }
  }

  @Test
  void is_rounded_to_the_precision_of_the_run() {
    try (LossSurface wide = surface(BATCH_NORM, Precision.FLOAT64);
        LossSurface narrow = surface(BATCH_NORM, Precision.FLOAT32)) {
      double[] expected = somewhere(wide).theta().toArray();
      Arrays.setAll(expected, i -> (float) expected[i]);

      Start read = read(arrays(wide), narrow, Precision.FLOAT32);

      assertThat(read.theta().toArray()).isEqualTo(expected);
    }
  }

  @Test
  void is_not_judged_by_arrays_under_other_prefixes() {
    try (LossSurface surface = surface(BATCH_NORM, Precision.FLOAT64)) {
      Map<String, NumpyArray> arrays = arrays(surface);
      arrays.put("grad/fc9.weight", NumpyArray.ofDoubles(new double[] {Double.NaN}));
      arrays.put("fc1.weight", NumpyArray.ofDoubles(new double[0], 0));

      Start read = read(arrays, surface, Precision.FLOAT64);

      assertThat(read.theta().toArray()).isEqualTo(somewhere(surface).theta().toArray());
    }
  }

  static Stream<Arguments> wrong() {
    double[] infinite = {1, 2, Double.NEGATIVE_INFINITY};
    return Stream.of(
        wrong("theta/fc1.bias", null, "missing; must be an array of shape [3]"),
        wrong(
            "theta/fc9.bias",
            of(1, 2),
            "is none of this network's; must be one of theta/fc1.weight, theta/fc1.bias,"
                + " theta/bn1.weight, theta/bn1.bias, theta/fc2.weight, theta/fc2.bias"),
        wrong("theta/bn1.running_mean", of(1, 2, 3), "is none of this network's; must be one of "),
        wrong(
            "theta/fc2.weight",
            NumpyArray.ofDoubles(new double[30], 3, 10),
            "shape [3, 10]; must be [10, 3]"),
        wrong("theta/fc1.bias", of(1, 2), "shape [2]; must be [3]"),
        wrong("theta/fc1.bias", of(1, Double.NaN, 2), "has NaN; must be finite in float32"),
        wrong("theta/bn1.bias", of(infinite), "has -Infinity; must be finite in float32"),
        wrong("theta/bn1.bias", of(1, 2, 1e39), "has 1.0E39; must be finite in float32"),
        wrong("theta/bn1.bias", integers(), "type int64; must be float32 or float64"),
        wrong(
            "stats/bn1.running_var",
            null,
            "missing; must be an array of shape [3], as others of stats/ are there"),
        wrong("stats/bn1.running_mean", of(1), "shape [1]; must be [3]"),
        wrong("stats/bn1.running_var", of(infinite), "has -Infinity; must be finite in float32"),
        wrong(
            "stats/bn1.num_batches_tracked",
            of(1),
            "is none of this network's; must be one of stats/bn1.running_mean,"
                + " stats/bn1.running_var"));
  }

  private static Arguments wrong(String name, @Nullable NumpyArray array, String message) {
    return Arguments.of(name, array, message);
  }

  private static NumpyArray of(double... values) {
    return NumpyArray.ofDoubles(values, values.length);
  }

  /** Only numpy writes integers: the golden file has one. */
  private static NumpyArray integers() {
    try (InputStream in = NumpyArchive.class.getResourceAsStream("numpy-savez.npz")) {
      byte[] golden = Objects.requireNonNull(in).readAllBytes();
      return Objects.requireNonNull(NumpyArchive.read(golden, "golden").get("epoch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("wrong")
  void names_the_array_that_is_wrong_and_what_would_be_right(
      String name, @Nullable NumpyArray array, String message) {
    try (LossSurface surface = surface(BATCH_NORM, Precision.FLOAT32)) {
      Map<String, NumpyArray> arrays = arrays(surface);
      if (array == null) {
        assertThat(arrays.remove(name)).isNotNull();
      } else {
        arrays.put(name, array);
      }
      assertThatThrownBy(() -> read(arrays, surface, Precision.FLOAT32))
          .isInstanceOf(TraceException.class)
          .message()
          .startsWith("t.npz: " + name + ": " + message)
          .hasLineCount(1);
    }
  }

  @Test
  void has_no_statistics_for_a_network_without_batch_norm() {
    try (LossSurface surface = surface(PLAIN, Precision.FLOAT32)) {
      Map<String, NumpyArray> arrays = arrays(surface);
      arrays.put("stats/bn1.running_mean", of(1, 2, 3));

      assertThatThrownBy(() -> read(arrays, surface, Precision.FLOAT32))
          .hasMessage("t.npz: stats/bn1.running_mean: is none of this network's; must be left out");
    }
  }

  @Test
  void takes_in_float64_what_is_beyond_float32() {
    try (LossSurface surface = surface(BATCH_NORM, Precision.FLOAT64)) {
      Map<String, NumpyArray> arrays = arrays(surface);
      arrays.put("theta/bn1.bias", of(1, 2, 1e39));

      assertThat(read(arrays, surface, Precision.FLOAT64).theta().toArray()).contains(1e39);
    }
  }

  /** Zeros pack well: the file has 64 kB, and the array would take 128 MiB. */
  @Test
  void takes_no_memory_for_an_array_that_is_none_of_the_network_s_size() {
    try (LossSurface surface = surface(PLAIN, Precision.FLOAT32)) {
      byte[] file = withHugeBias(arrays(surface));
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();

      assertThatThrownBy(() -> ThetaFile.read(file, "t.npz", surface, Precision.FLOAT32))
          .isInstanceOf(TraceException.class)
          .hasMessage("t.npz: theta/fc1.bias: shape [" + HUGE + "]; must be [3]");
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(HUGE);
    }
  }

  private static byte[] withHugeBias(Map<String, NumpyArray> arrays) {
    arrays.put("theta/fc1.bias", of(new double[HUGE]));
    byte[] stored = NumpyArchive.write(arrays);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(stored));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        from.transferTo(to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(bytes.size()).isLessThan(HUGE / 50);
    return bytes.toByteArray();
  }

  @Test
  void is_called_by_a_short_line_when_a_name_is_long() {
    try (LossSurface surface = surface(PLAIN, Precision.FLOAT32)) {
      Map<String, NumpyArray> arrays = arrays(surface);
      arrays.put("theta/" + "x".repeat(60_000), of(1));

      assertThatThrownBy(() -> read(arrays, surface, Precision.FLOAT32))
          .isInstanceOf(TraceException.class)
          .message()
          .startsWith("t.npz: theta/xxx")
          .contains("x...: is none of this network's")
          .hasSizeLessThan(300);
    }
  }

  @Test
  void is_refused_when_no_array_holds_it(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("t.npz");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 31);
    }

    assertThatThrownBy(() -> InitialTheta.read(file))
        .isInstanceOf(TraceException.class)
        .hasMessage(file + ": 2147483648 bytes; must be at most 2147483639");
  }

  private static Map<String, NumpyArray> arrays(LossSurface surface) {
    byte[] file = written(surface, somewhere(surface), Precision.FLOAT64);
    return new LinkedHashMap<>(NumpyArchive.read(file, "t.npz"));
  }

  private static Start read(
      Map<String, NumpyArray> arrays, LossSurface surface, Precision precision) {
    return ThetaFile.read(NumpyArchive.write(arrays), "t.npz", surface, precision);
  }
}
