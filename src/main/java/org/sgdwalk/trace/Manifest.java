package org.sgdwalk.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.sgdwalk.spec.RunSpec;

/**
 * {@code manifest.json}: what was run, how it ended, where it comes from.
 *
 * @param spec the run's specification, defaults written out
 * @param status how it ended
 * @param provenance where it comes from
 * @param sha256 SHA-256 of the trace's other files, by file name
 */
public record Manifest(
    @JsonProperty(value = "spec", required = true) RunSpec spec,
    @JsonProperty(value = "status", required = true) Status status,
    @JsonProperty(value = "provenance", required = true) Provenance provenance,
    @JsonProperty(value = "sha256", required = true) Map<String, String> sha256) {

  /** Copies the map, sorted by name. */
  public Manifest {
    sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
  }

  /**
   * Whether this is the run that a spec alone determines: of this spec, and from the theta drawn
   * from its seed rather than from a file.
   */
  public boolean isRunOf(RunSpec other) {
    return spec.equals(other) && provenance.initialTheta() == null;
  }
}
