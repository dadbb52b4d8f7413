package org.sgdwalk.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a trace comes from: what is needed to run it again and to explain a difference.
 *
 * @param data the images used
 * @param jdk vendor and version of the JDK
 * @param os name, version and architecture
 * @param cpu model name
 * @param backend ND4J backend and its natives, for example {@code CpuBackend
 *     linux-x86_64-onednn-avx2}
 * @param versions library versions by name
 * @param threads worker threads; they change no digit
 * @param gitRevision revision of sgd-walk, with {@code -dirty} when the tree had changes
 */
public record Provenance(
    @JsonProperty(value = "data", required = true) DataProvenance data,
    @JsonProperty(value = "jdk", required = true) String jdk,
    @JsonProperty(value = "os", required = true) String os,
    @JsonProperty(value = "cpu", required = true) String cpu,
    @JsonProperty(value = "backend", required = true) String backend,
    @JsonProperty(value = "versions", required = true) Map<String, String> versions,
    @JsonProperty(value = "threads", required = true) int threads,
    @JsonProperty(value = "gitRevision", required = true) String gitRevision) {

  /** Copies the map, sorted by name. */
  public Provenance {
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /**
   * The images used.
   *
   * @param name name in the catalog
   * @param sha256 SHA-256 of each file read, by file name
   * @param trainIndices indices into the training file, as a range {@code first-last}, 0-based,
   *     ends included
   * @param validationIndices likewise
   * @param mean mean of the training part's pixels on the scale 0 to 1, subtracted from every pixel
   * @param std their standard deviation, by which every pixel is divided
   */
  public record DataProvenance(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty(value = "sha256", required = true) Map<String, String> sha256,
      @JsonProperty(value = "trainIndices", required = true) String trainIndices,
      @JsonProperty(value = "validationIndices", required = true) String validationIndices,
      @JsonProperty(value = "mean", required = true) double mean,
      @JsonProperty(value = "std", required = true) double std) {

    /** Copies the map, sorted by name. */
    public DataProvenance {
      sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    }
  }
}
