package org.sgdwalk.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.claim.Walk;
import org.sgdwalk.claim.Window;
import org.sgdwalk.trace.StepRow;
import org.sgdwalk.trace.Trace;

/**
 * A walk as the page's script reads it, in JSON; numbers are rounded to what can be seen.
 *
 * @param updates how many were made
 * @param loss what its losses are
 * @param judged first and last update of the cell's window, or empty for an arm that is not judged
 *     by it
 * @param steps the updates that are shown, in order
 * @param epochs evaluations, in order, that of the initialisation first
 */
record WalkData(
    int updates, String loss, List<Integer> judged, List<WalkStep> steps, List<WalkEpoch> epochs) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Set<Arm> BY_WINDOW = EnumSet.of(Arm.GD, Arm.SGD);

  /**
   * The walk of an arm that a seed has a trace of.
   *
   * @param trace that trace
   */
  static WalkData of(SeedTraces seed, Arm arm, Trace trace) {
    double numericalFloor = new Walk(trace).numericalFloor();
    List<StepRow> shown = WalkThinning.of(trace.steps());
    Window window = seed.cell().valley();
    return new WalkData(
        trace.steps().size(),
        trace.manifest().spec().hasData() ? "training loss (nats)" : "loss",
        BY_WINDOW.contains(arm) ? List.of(window.first(), window.last()) : List.of(),
        shown.stream().map(row -> WalkStep.of(row, numericalFloor)).toList(),
        trace.epochs().stream().map(WalkEpoch::of).toList());
  }

  String json() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a walk has a JSON form", e);
    }
  }
}
