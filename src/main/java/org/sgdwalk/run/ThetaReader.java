package org.sgdwalk.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NamedArray;
import org.sgdwalk.net.Normalization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.RunningStatistics;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.trace.TraceException;
import org.sgdwalk.trace.npz.NumpyArchiveReader;
import org.sgdwalk.trace.npz.NumpyArray;
import org.sgdwalk.trace.npz.NumpyHeader;
import org.sgdwalk.trace.npz.NumpyNames;
import org.sgdwalk.trace.npz.NumpyType;
import org.sgdwalk.train.Start;

/**
 * Holds the arrays of one theta file against a network's. One is read only when its header has the
 * shape that it must have, so none takes more memory than the network's own.
 */
final class ThetaReader {
  /** Names that an error lists; a deep network has hundreds. */
  private static final int LISTED = 8;

  private final String file;
  private final NumpyArchiveReader archive;
  private final Precision precision;

  ThetaReader(String file, NumpyArchiveReader archive, Precision precision) {
    this.file = file;
    this.archive = archive;
    this.precision = precision;
  }

  Start start(LossSurface surface) {
    ParameterVector zeros = surface.vector(new double[Math.toIntExact(surface.dimension())]);
    List<NamedArray> parameters = surface.parameters(zeros);
    requireNoOther(ThetaFile.THETA, parameters);
    ParameterVector theta = surface.vector(components(ThetaFile.THETA, parameters));
    return new Start(theta, statistics(surface));
  }

  private RunningStatistics statistics(LossSurface surface) {
    RunningStatistics initial = surface.initialStatistics();
    List<NamedArray> layout =
        initial.evalMode() instanceof Normalization.Running running
            ? surface.statistics(running.statistics())
            : List.of();
    requireNoOther(ThetaFile.STATISTICS, layout);
    boolean none = archive.names().stream().noneMatch(n -> n.startsWith(ThetaFile.STATISTICS));
    return none ? initial : initial.withComponents(components(ThetaFile.STATISTICS, layout));
  }

  private void requireNoOther(String prefix, List<NamedArray> layout) {
    Set<String> known =
        layout.stream().map(array -> prefix + array.name()).collect(Collectors.toSet());
    for (String name : archive.names()) {
      if (name.startsWith(prefix) && !known.contains(name)) {
        throw problem(name, "is none of this network's; must be " + listed(prefix, layout));
      }
    }
  }

  private static String listed(String prefix, List<NamedArray> layout) {
    if (layout.isEmpty()) {
      return "left out";
    }
    String names =
        layout.stream()
            .limit(LISTED)
            .map(array -> prefix + array.name())
            .collect(Collectors.joining(", "));
    int more = layout.size() - LISTED;
    return "one of " + names + (more > 0 ? " and " + more + " more" : "");
  }

  /** The flat vector of a layout, from arrays {@code prefix/name}. */
  private double[] components(String prefix, List<NamedArray> layout) {
    return layout.stream()
        .flatMapToDouble(array -> Arrays.stream(values(prefix + array.name(), array.shape())))
        .toArray();
  }

  private double[] values(String name, List<Integer> shape) {
    if (!archive.names().contains(name)) {
      String rest = name.startsWith(ThetaFile.STATISTICS) ? ", as others of stats/ are there" : "";
      throw problem(name, "missing; must be an array of shape " + shape + rest);
    }
    NumpyHeader header = archive.header(name);
    if (header.type() == NumpyType.INT64) {
      throw problem(name, "type int64; must be float32 or float64");
    }
    if (!header.shape().equals(shape)) {
      String got = NumpyNames.shown(header.shape().toString());
      throw problem(name, "shape " + got + "; must be " + shape);
    }
    return finite(name, archive.array(name));
  }

  private double[] finite(String name, NumpyArray array) {
    IntStream.range(0, array.size())
        .mapToDouble(array::get)
        .filter(value -> !isFinite(value))
        .findFirst()
        .ifPresent(
            value -> {
              String type = precision.name().toLowerCase(Locale.ROOT);
              throw problem(name, "has " + value + "; must be finite in " + type);
            });
    return array.toDoubles();
  }

  /** A float64 may be beyond float32. */
  private boolean isFinite(double value) {
    return precision == Precision.FLOAT32 ? Float.isFinite((float) value) : Double.isFinite(value);
  }

  private TraceException problem(String name, String what) {
    return new TraceException(file + ": " + NumpyNames.shown(name) + ": " + what);
  }
}
