package org.sgdwalk.session;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Provenance.DataProvenance;
import org.sgdwalk.trace.TraceException;

/**
 * Holds the images of runs against each other: what differs between the arms of a seed must not be
 * that. Files of images may have changed between two sessions that share a store.
 */
final class SameData {
  private final Map<String, Origin> files = new LinkedHashMap<>();
  private final Map<Object, Origin> images = new LinkedHashMap<>();

  /** A trace with its images. */
  private record Origin(Path where, DataProvenance data) {}

  /** Which images of which set: of a set drawn by the seed, those of the seed. */
  private record Images(Object spec, long seed) {}

  /**
   * Adds a trace.
   *
   * @throws TraceException that names both, if it has other images than one that was added before
   */
  void add(Path where, Manifest manifest) {
    DataProvenance data = manifest.provenance().data();
    Origin own = new Origin(where, data);
    Origin ofFiles = files.putIfAbsent(data.name(), own);
    if (ofFiles != null && !ofFiles.data().sha256().equals(data.sha256())) {
      throw refused(own, ofFiles, "sha256");
    }
    Images which = new Images(manifest.spec().data(), manifest.spec().seed());
    Origin ofImages = images.putIfAbsent(which, own);
    if (ofImages != null) {
      requireSame(own, ofImages);
    }
  }

  private static void requireSame(Origin own, Origin other) {
    DataProvenance a = own.data();
    DataProvenance b = other.data();
    String key =
        !a.trainIndices().equals(b.trainIndices())
                || differs(a.trainIndicesSha256(), b.trainIndicesSha256())
            ? "trainIndices"
            : !a.validationIndices().equals(b.validationIndices())
                    || differs(a.validationIndicesSha256(), b.validationIndicesSha256())
                ? "validationIndices"
                : !a.mean().equals(b.mean()) ? "mean" : !a.std().equals(b.std()) ? "std" : "";
    if (!key.isEmpty()) {
      throw refused(own, other, key);
    }
  }

  /** Traces of before there were sums of indices have none. */
  private static boolean differs(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !Objects.equals(one, other);
  }

  private static TraceException refused(Origin own, Origin other, String key) {
    return new TraceException(
        "%s: manifest.json: provenance.data.%s differs from that of %s; runs that are compared must have the same images"
            .formatted(own.where(), key, other.where()));
  }
}
