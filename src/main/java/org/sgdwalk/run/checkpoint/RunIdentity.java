package org.sgdwalk.run.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;
import org.sgdwalk.trace.Provenance;

/**
 * What a checkpoint's numbers hang on. Only the same run by the same program goes on with it; how
 * many threads there are changes no digit.
 *
 * @param spec SHA-256 of the spec with its defaults
 * @param program revision of the program; of a tree with changes the sum of its classes
 * @param engine what computes, its natives and kernels
 * @param versions of libraries
 * @param data SHA-256 of where the images come from: files, indices, standardisation
 * @param theta SHA-256 of the theta file that the run started from, or null
 */
public record RunIdentity(
    String spec,
    String program,
    String engine,
    Map<String, String> versions,
    String data,
    @Nullable String theta) {

  /** That of a run. */
  public static RunIdentity of(RunSpec spec, Provenance provenance) {
    Provenance.ThetaProvenance theta = provenance.initialTheta();
    return new RunIdentity(
        DigestUtils.sha256Hex(SpecJson.write(spec)),
        ProgramSum.of(provenance.gitRevision()),
        provenance.engine() + ": " + provenance.backend(),
        provenance.versions(),
        DigestUtils.sha256Hex(json(provenance.data())),
        theta == null ? null : theta.sha256());
  }

  private static String json(Provenance.DataProvenance data) {
    try {
      return SpecJson.mapper().writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("provenance has a JSON form", e);
    }
  }

  /** What is another here, in words; null where all is the same. */
  @Nullable String difference(RunIdentity here) {
    if (!spec.equals(here.spec)) {
      return "of another spec";
    }
    if (!program.equals(here.program)) {
      return "by another version of the program (" + program + ", here " + here.program + ")";
    }
    if (!engine.equals(here.engine)) {
      return "by another engine (" + engine + "; here " + here.engine + ")";
    }
    if (!versions.equals(here.versions)) {
      return "with other libraries (" + versions + "; here " + here.versions + ")";
    }
    if (!data.equals(here.data)) {
      return "on other data files";
    }
    return Objects.equals(theta, here.theta) ? null : "from another theta file";
  }
}
