package org.sgdwalk.trace.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.sgdwalk.trace.TraceException;

class NumpyArchiveTest {
  private static final NumpyArray WEIGHT =
      NumpyArray.ofFloats(new float[] {0, 0.25f, 0.5f, 0.75f, 1, 1.25f}, 2, 3);

  // numpy 2.4.6: savez("numpy-savez.npz", weight=arange(6, dtype="<f4").reshape(2, 3) / 4,
  //   bias=array([0.1, -2e300]), epoch=int64(7))
  @Test
  void numpy_savezs_file_is_read_float32_float64_and_an_int64_scalar() throws IOException {
    Map<String, NumpyArray> arrays = NumpyArchive.read(resource("numpy-savez.npz"), "golden");

    assertThat(arrays).containsOnlyKeys("weight", "bias", "epoch");
    assertThat(array(arrays, "weight").type()).isEqualTo(NumpyType.FLOAT32);
    assertThat(array(arrays, "weight").shape()).containsExactly(2, 3);
    assertThat(array(arrays, "weight").toFloats()).containsExactly(WEIGHT.toFloats());
    assertThat(array(arrays, "bias").shape()).containsExactly(2);
    assertThat(array(arrays, "bias").toDoubles()).containsExactly(0.1, -2e300);
    assertThat(array(arrays, "epoch").shape()).isEmpty();
    assertThat(array(arrays, "epoch").get(0)).isEqualTo(7);
  }

  // numpy 2.4.6: savez_compressed("numpy-savez-compressed.npz", weight=...) as above
  @Test
  void numpy_savez_compresseds_file_is_read() throws IOException {
    byte[] file = resource("numpy-savez-compressed.npz");

    assertThat(array(NumpyArchive.read(file, "golden"), "weight").toFloats())
        .containsExactly(WEIGHT.toFloats());
  }

  @Test
  void an_array_is_stored_byte_for_byte_as_numpy_stores_it() throws IOException {
    byte[] npy = NumpyFormat.write(WEIGHT);
    String golden = new String(resource("numpy-savez.npz"), StandardCharsets.ISO_8859_1);

    assertThat(golden).contains(new String(npy, StandardCharsets.ISO_8859_1));
  }

  @Test
  void the_same_arrays_give_the_same_bytes_whatever_the_time_zone() {
    TimeZone zone = TimeZone.getDefault();
    byte[] here = NumpyArchive.write(Map.of("weight", WEIGHT));
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(NumpyArchive.write(Map.of("weight", WEIGHT))).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
    }
    assertThat(DigestUtils.sha256Hex(here))
        .isEqualTo("94355eca06de8f3a3f4a89c14499f8317d1ce6482aad93b29be90753239b5284");
  }

  @Test
  void order_scalars_and_empty_arrays_survive() {
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    arrays.put("z", NumpyArray.ofDoubles(new double[] {4}));
    arrays.put("layer/a", NumpyArray.ofFloats(new float[0], 0, 3));
    Map<String, NumpyArray> read = NumpyArchive.read(NumpyArchive.write(arrays), "npz");

    assertThat(read.keySet()).containsExactly("z", "layer/a");
    assertThat(array(read, "z").shape()).isEmpty();
    assertThat(array(read, "layer/a").shape()).containsExactly(0, 3);
    assertThat(array(read, "layer/a").size()).isZero();
  }

  @Test
  void a_shape_that_does_not_hold_the_values_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumpyArray.ofFloats(new float[5], 2, 3))
        .withMessage("shape [2, 3] does not hold 5 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumpyArray.ofDoubles(new double[1], -1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumpyArray.ofDoubles(new double[0], 65536, 65536, 65536, 65536));
  }

  @Test
  void what_is_no_archive_and_a_truncated_one_are_named() {
    byte[] good = NumpyArchive.write(Map.of("weight", WEIGHT));

    assertThatThrownBy(() -> NumpyArchive.read(new byte[] {1, 2, 3}, "t.npz"))
        .isInstanceOf(TraceException.class)
        .hasMessage(
            "t.npz: no zip archive with arrays; must be an .npz file as numpy.savez writes it");
    assertThatThrownBy(() -> NumpyArchive.read(Arrays.copyOf(good, 150), "t.npz"))
        .isInstanceOf(TraceException.class)
        .hasMessageStartingWith("t.npz: broken zip archive: ");
  }

  @Test
  void arrays_of_another_kind_are_named_with_what_would_be_right() throws IOException {
    String npy = new String(NumpyFormat.write(WEIGHT), StandardCharsets.ISO_8859_1);

    refused(npy.replace("<f4", ">f4"), "type '>f4'; must be '<f4', '<f8' or '<i8'");
    refused(npy.replace("False, ", "True,  "), "the header is not one that numpy writes");
    refused(npy.replace("False", "True").replace(", }", ", } "), "Fortran order; must be C order");
    refused(npy.replace("(2, 3)", "(2, 4)"), "shape [2, 4] does not hold 6 values");
    refused(npy.substring(0, npy.length() - 1), "cut short within a value");
    refused(npy.substring(0, 40), "cut short within the header");
    refused(npy.replace("NUMPY\1", "NUMPY\2"), "no .npy file of version 1.0");
  }

  private static byte[] archive(String npy) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("w.npy"));
      zip.write(npy.getBytes(StandardCharsets.ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  private static void refused(String npy, String message) throws IOException {
    byte[] file = archive(npy);
    assertThatThrownBy(() -> NumpyArchive.read(file, "t.npz"))
        .isInstanceOf(TraceException.class)
        .hasMessage("t.npz: w.npy: " + message);
  }

  private static NumpyArray array(Map<String, NumpyArray> arrays, String name) {
    return Objects.requireNonNull(arrays.get(name));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = NumpyArchiveTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
