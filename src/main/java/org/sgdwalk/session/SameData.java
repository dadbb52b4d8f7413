package org.sgdwalk.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.trace.Manifest;
import org.sgdwalk.trace.Provenance.DataProvenance;

/**
 * Holds the images of runs against each other: what differs between the arms of a seed must not be
 * that.
 *
 * @param <W> what names a trace to a reader
 */
final class SameData<W> {
  private final Map<String, Origin<W>> files = new LinkedHashMap<>();
  private final Map<Object, Origin<W>> images = new LinkedHashMap<>();

  /** A trace with its images. */
  private record Origin<W>(W where, DataProvenance data) {}

  /** Which images of which set: of a set drawn by the seed, those of the seed. */
  private record Images(Object spec, long seed) {}

  /**
   * Adds a trace.
   *
   * @return what differs from a trace that was added before, in a line; empty if nothing does
   */
  Optional<String> add(W where, Manifest manifest) {
    DataProvenance data = manifest.provenance().data();
    Origin<W> own = new Origin<>(where, data);
    Origin<W> ofFiles = files.putIfAbsent(data.name(), own);
    if (ofFiles != null && !ofFiles.data().sha256().equals(data.sha256())) {
      return Optional.of(line(own, ofFiles, "sha256"));
    }
    Images which = new Images(manifest.spec().data(), manifest.spec().seed());
    Origin<W> ofImages = images.putIfAbsent(which, own);
    return ofImages == null ? Optional.empty() : difference(own, ofImages);
  }

  private Optional<String> difference(Origin<W> own, Origin<W> other) {
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
    return key.isEmpty() ? Optional.empty() : Optional.of(line(own, other, key));
  }

  /** Traces of before there were sums of indices have none. */
  private static boolean differs(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !Objects.equals(one, other);
  }

  private String line(Origin<W> own, Origin<W> other, String key) {
    return "%s: manifest.json: provenance.data.%s differs from that of %s; runs that are compared must have the same images"
        .formatted(own.where(), key, other.where());
  }
}
