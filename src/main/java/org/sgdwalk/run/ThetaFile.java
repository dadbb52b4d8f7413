package org.sgdwalk.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NamedArray;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.trace.TraceException;
import org.sgdwalk.trace.npz.NumpyArchive;
import org.sgdwalk.trace.npz.NumpyArchiveReader;
import org.sgdwalk.trace.npz.NumpyArray;
import org.sgdwalk.trace.npz.NumpyType;
import org.sgdwalk.train.Start;

/**
 * Theta and the running statistics as a NumPy archive: {@code theta/fc1.weight}, {@code
 * stats/bn1.running_mean}. Arrays under any other prefix are not looked at.
 */
final class ThetaFile {
  static final String THETA = "theta/";
  static final String STATISTICS = "stats/";

  private ThetaFile() {}

  static byte[] write(
      LossSurface surface, ParameterVector theta, Normalization evalMode, Precision precision) {
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    put(arrays, THETA, surface.parameters(theta), precision);
    if (evalMode instanceof Normalization.Running running) {
      put(arrays, STATISTICS, surface.statistics(running.statistics()), precision);
    }
    return NumpyArchive.write(arrays);
  }

  /**
   * Theta and running statistics of a file's bytes; the default statistics where it has none.
   *
   * @param file name for errors
   * @param precision of the surface; numbers are rounded to it
   * @throws TraceException that names file and array and says what would be right
   */
  static Start read(byte[] bytes, String file, LossSurface surface, Precision precision) {
    try (NumpyArchiveReader archive = new NumpyArchiveReader(bytes, file)) {
      return new ThetaReader(file, archive, precision).start(surface);
    }
  }

  private static void put(
      Map<String, NumpyArray> arrays, String prefix, List<NamedArray> named, Precision precision) {
    for (NamedArray array : named) {
      NumpyType type = precision == Precision.FLOAT32 ? NumpyType.FLOAT32 : NumpyType.FLOAT64;
      arrays.put(prefix + array.name(), NumpyArray.of(type, array.shape(), array.values()));
    }
  }
}
