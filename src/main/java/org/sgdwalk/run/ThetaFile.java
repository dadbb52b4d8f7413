package org.sgdwalk.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NamedArray;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.trace.NumpyArchive;
import org.sgdwalk.trace.NumpyArray;

/**
 * Theta and the running statistics as a NumPy archive: {@code theta/fc1.weight}, {@code
 * stats/bn1.running_mean}.
 */
final class ThetaFile {
  private ThetaFile() {}

  static byte[] write(
      LossSurface surface, ParameterVector theta, Normalization evalMode, Precision precision) {
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    put(arrays, "theta/", surface.parameters(theta), precision);
    if (evalMode instanceof Normalization.Running running) {
      put(arrays, "stats/", surface.statistics(running.statistics()), precision);
    }
    return NumpyArchive.write(arrays);
  }

  private static void put(
      Map<String, NumpyArray> arrays, String prefix, List<NamedArray> named, Precision precision) {
    for (NamedArray array : named) {
      int[] shape = array.shape().stream().mapToInt(Integer::intValue).toArray();
      NumpyArray values =
          precision == Precision.FLOAT32
              ? NumpyArray.ofFloats(narrowed(array.values()), shape)
              : NumpyArray.ofDoubles(array.values(), shape);
      arrays.put(prefix + array.name(), values);
    }
  }

  /** Exact: the values were float32 where they were computed. */
  private static float[] narrowed(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }
}
