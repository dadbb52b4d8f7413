package org.sgdwalk.trace;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;
import static com.fasterxml.jackson.annotation.JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a trace comes from: what is needed to run it again and to explain a difference.
 *
 * @param data the images used
 * @param jdk vendor and version of the JDK
 * @param os name, version and architecture
 * @param cpu model name
 * @param engine what computed the network: {@code torch}, {@code dl4j}, or {@code java} for a
 *     surface in closed form
 * @param backend the engine's natives and kernels, for example {@code libtorch 2.10.0, OpenBLAS
 *     Haswell, oneDNN AVX2}
 * @param versions library versions by name
 * @param threads worker threads; they change no digit
 * @param gitRevision revision of sgd-walk, with {@code -dirty} when the tree had changes
 * @param initialTheta the file that the run started from, or null: theta was drawn from the seed
 */
public record Provenance(
    @JsonProperty(value = "data", required = true) DataProvenance data,
    @JsonProperty(value = "jdk", required = true) String jdk,
    @JsonProperty(value = "os", required = true) String os,
    @JsonProperty(value = "cpu", required = true) String cpu,
    @JsonProperty("engine") String engine,
    @JsonProperty(value = "backend", required = true) String backend,
    @JsonProperty(value = "versions", required = true) Map<String, String> versions,
    @JsonProperty(value = "threads", required = true) int threads,
    @JsonProperty(value = "gitRevision", required = true) String gitRevision,
    @JsonProperty("initialTheta") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable ThetaProvenance initialTheta) {

  /** Of a run that needs no engine: a surface in closed form. */
  public static final String NO_ENGINE = "java";

  /** The engine of traces from before there were several. */
  public static final String FIRST_ENGINE = "nd4j";

  /** Copies the map, sorted by name. */
  @SuppressWarnings("NullAway") // Jackson hands over null for a field that is not there
  public Provenance {
    engine = engine == null ? FIRST_ENGINE : engine;
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /** Of a run whose theta was drawn from the seed. */
  public Provenance(
      DataProvenance data,
      String jdk,
      String os,
      String cpu,
      String engine,
      String backend,
      Map<String, String> versions,
      int threads,
      String gitRevision) {
    this(data, jdk, os, cpu, engine, backend, versions, threads, gitRevision, null);
  }

  /**
   * A theta file that a run started from.
   *
   * @param file its name, without folders
   * @param sha256 SHA-256 of its bytes
   */
  public record ThetaProvenance(
      @JsonProperty(value = "file", required = true) String file,
      @JsonProperty(value = "sha256", required = true) String sha256) {}

  /**
   * The images used.
   *
   * @param name name in the catalog
   * @param sha256 SHA-256 of each file read, by file name
   * @param trainIndices indices into the training file, as a range {@code first-last}, 0-based,
   *     ends included; {@code n of first-last} where some in between are left out
   * @param trainIndicesSha256 SHA-256 of these as decimal numbers, each ended by a line feed; null
   *     in traces from before there were subsets
   * @param validationIndices indices of the validation examples, likewise
   * @param validationIndicesSha256 likewise
   * @param mean what was subtracted from every pixel on the scale 0 to 1, by default the mean of
   *     the training part: one for each channel. In JSON that of a single channel is a number, not
   *     a list
   * @param std by what every pixel was divided, by default their standard deviation; likewise
   */
  public record DataProvenance(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty(value = "sha256", required = true) Map<String, String> sha256,
      @JsonProperty(value = "trainIndices", required = true) String trainIndices,
      @JsonProperty("trainIndicesSha256") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String trainIndicesSha256,
      @JsonProperty(value = "validationIndices", required = true) String validationIndices,
      @JsonProperty("validationIndicesSha256") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String validationIndicesSha256,
      @JsonProperty(value = "mean", required = true)
          @JsonFormat(with = {ACCEPT_SINGLE_VALUE_AS_ARRAY, WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED})
          List<Double> mean,
      @JsonProperty(value = "std", required = true)
          @JsonFormat(with = {ACCEPT_SINGLE_VALUE_AS_ARRAY, WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED})
          List<Double> std) {

    /** Without sums of the indices, as before there were subsets. */
    public DataProvenance(
        String name,
        Map<String, String> sha256,
        String trainIndices,
        String validationIndices,
        List<Double> mean,
        List<Double> std) {
      this(name, sha256, trainIndices, null, validationIndices, null, mean, std);
    }

    /** Copies the lists, and the map, sorted by name. */
    public DataProvenance {
      mean = List.copyOf(mean);
      std = List.copyOf(std);
      if (mean.isEmpty() || mean.size() != std.size()) {
        throw new TraceException(
            "mean and std: %d and %d numbers; must be one of each for every channel"
                .formatted(mean.size(), std.size()));
      }
      sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    }
  }
}
