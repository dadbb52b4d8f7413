package org.sgdwalk.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NamedArray;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.trace.NumpyArchive;
import org.sgdwalk.trace.NumpyArray;

/**
 * Theta and the running statistics as a NumPy archive: {@code theta/fc1.weight}, {@code
 * stats/bn1.running_mean}.
 */
final class ThetaFile {
  private ThetaFile() {}

  static byte[] write(LossSurface surface, ParameterVector theta, Normalization evalMode) {
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    put(arrays, "theta/", surface.parameters(theta));
    if (evalMode instanceof Normalization.Running running) {
      put(arrays, "stats/", surface.statistics(running.statistics()));
    }
    return NumpyArchive.write(arrays);
  }

  private static void put(Map<String, NumpyArray> arrays, String prefix, List<NamedArray> named) {
    for (NamedArray array : named) {
      int[] shape = array.shape().stream().mapToInt(Integer::intValue).toArray();
      arrays.put(prefix + array.name(), NumpyArray.ofDoubles(array.values(), shape));
    }
  }
}
