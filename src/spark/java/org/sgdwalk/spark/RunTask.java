package org.sgdwalk.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.session.StoredRun;
import org.sgdwalk.spec.SpecJson;

/**
 * What a task of Spark is told: it makes runs one after the other, in most tasks one.
 *
 * @param program what tells the driver's program from other builds
 * @param engineKey what the study's traces are kept under
 * @param options the driver's options that a run hangs on
 * @param sums SHA-256 of the driver's data files, by set and name
 * @param store root of the store that all share; null where traces are sent to the driver
 * @param runs each as JSON
 */
record RunTask(
    String program,
    String engineKey,
    Map<String, String> options,
    Map<String, Map<String, String>> sums,
    @Nullable String store,
    List<String> runs)
    implements Serializable {

  static String json(StoredRun run) {
    try {
      return SpecJson.mapper().writeValueAsString(run);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a run has a JSON form", e);
    }
  }

  static StoredRun run(String json) {
    try {
      return SpecJson.mapper().readValue(json, StoredRun.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a run is read from its own JSON form", e);
    }
  }
}
