package org.sgdwalk.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.trace.npz.NumpyArchive;
import org.sgdwalk.trace.npz.NumpyArray;

/**
 * Compares a theta file of a trace with another trace's, array by array. Deviations are relative to
 * the largest magnitude of all arrays of the same kind, {@code theta} or {@code stats}: some biases
 * are nothing but rounding.
 */
final class ThetaComparison {
  private final String file;
  private final int step;
  private final Map<String, NumpyArray> recorded;
  private final Map<String, NumpyArray> here;

  /**
   * A pair of files.
   *
   * @param step updates made
   * @throws TraceException if one is no NumPy archive
   */
  ThetaComparison(String file, int step, byte[] recorded, byte[] here) {
    this.file = file;
    this.step = step;
    this.recorded = NumpyArchive.read(recorded, file);
    this.here = NumpyArchive.read(here, file);
  }

  /** Of each array that differs the number that is farthest off. */
  List<Deviation> deviations() {
    Set<String> names = new TreeSet<>(recorded.keySet());
    names.addAll(here.keySet());
    List<Deviation> deviations = new ArrayList<>();
    for (String name : names) {
      add(name, recorded.get(name), here.get(name), deviations);
    }
    return deviations;
  }

  private void add(
      String name, @Nullable NumpyArray was, @Nullable NumpyArray is, List<Deviation> deviations) {
    if (was == null || is == null || !was.shape().equals(is.shape())) {
      deviations.add(
          new Deviation(file, name, step, shape(was), shape(is), Double.POSITIVE_INFINITY));
      return;
    }
    int farthest = 0;
    for (int i = 1; i < was.size(); i++) {
      farthest = apart(was, is, i) > apart(was, is, farthest) ? i : farthest;
    }
    if (was.size() > 0 && apart(was, is, farthest) > 0) {
      deviations.add(
          new Deviation(
              file,
              name,
              step,
              Double.toString(was.get(farthest)),
              Double.toString(is.get(farthest)),
              apart(was, is, farthest) / scale(name)));
    }
  }

  private static String shape(@Nullable NumpyArray array) {
    return array == null ? "" : "shape " + array.shape();
  }

  private static double apart(NumpyArray was, NumpyArray is, int index) {
    double difference = Math.abs(was.get(index) - is.get(index));
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  private double scale(String name) {
    String kind = name.substring(0, name.indexOf('/') + 1);
    double largest = 0;
    for (Map.Entry<String, NumpyArray> array : recorded.entrySet()) {
      for (int i = 0; array.getKey().startsWith(kind) && i < array.getValue().size(); i++) {
        largest = Math.max(largest, Math.abs(array.getValue().get(i)));
      }
    }
    return largest;
  }
}
