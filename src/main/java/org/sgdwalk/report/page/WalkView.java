package org.sgdwalk.report.page;

import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.trace.Trace;
import org.sgdwalk.words.Treatment;

/**
 * A walk that the page shows update by update.
 *
 * @param cell where, for example {@code ci/mlp-mnist-6k}
 * @param cellName the same for people
 * @param arm key of its arm, for example {@code long-low-rate}
 * @param label of its arm
 * @param seed its seed
 * @param says which seed and run it is, and whether all of it is shown
 * @param packed its {@link WalkData}
 */
record WalkView(
    String cell, String cellName, String arm, String label, long seed, String says, String packed) {

  /** The walk of an arm that the seed of a verdict's figures has a trace of. */
  static WalkView of(Judged judged, SeedTraces seed, Arm arm, Trace trace) {
    Cell cell = seed.cell();
    WalkData data = WalkData.of(seed, arm, trace);
    return new WalkView(
        cell.scale().key() + "/" + cell.folder(),
        cell.id() + ", scale " + cell.scale().key(),
        arm.key(),
        arm.label(),
        seed.seed(),
        which(judged.verdict(), seed.seed()) + "; " + Treatment.of(trace) + "." + shown(data),
        Packed.base64(data.json()));
  }

  /** Its place in the page, and in a link to it. */
  String id() {
    return "walk=" + cell + "/" + arm;
  }

  private static String which(Verdict verdict, long seed) {
    boolean median = verdict.medianSeed().stream().anyMatch(of -> of == seed);
    String of = "%d seeds of %s".formatted(verdict.seeds().size(), verdict.claim().id());
    return "Seed %d, %s".formatted(seed, median ? "the median by effect of " + of : "one of " + of);
  }

  private static String shown(WalkData data) {
    return data.steps().size() == data.updates()
        ? ""
        : " %d of %d updates are shown.".formatted(data.steps().size(), data.updates());
  }
}
