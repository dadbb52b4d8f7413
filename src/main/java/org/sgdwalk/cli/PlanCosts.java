package org.sgdwalk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.report.MarkdownTable;
import org.sgdwalk.session.Plan;
import org.sgdwalk.session.PlannedCell;

/**
 * What the runs of a plan take of this machine and of a device, in words.
 *
 * @param plan the plan
 * @param threads how many runs are made side by side here
 * @param speeds how fast each of them is
 * @param device where else they might be made, or null
 */
record PlanCosts(Plan plan, int threads, PlanSpeeds speeds, @Nullable PlanDevice device) {

  /** What the amounts mean. */
  String head() {
    return String.format(
        Locale.ROOT,
        """
        FLOP: multiplications and additions of the products, as many as there may be of Hessian products
        time here: of the products alone, on %d threads (sgdwalk.threads) with a run each, at %s
        %smemory: here of %d runs side by side, on a device of one; what libraries take for themselves comes on top
        """,
        threads,
        speeds.words(),
        device == null ? "" : "time on a device: " + device + "\n",
        threads);
  }

  /** Lines for a cell. */
  List<String> of(PlannedCell cell) {
    int seeds = plan.seeds().cap();
    double flop = cell.operationsOfSeed();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "  FLOP     %s a seed, %s for %d seeds",
            Amounts.operations(flop), Amounts.operations(flop * seeds), seeds));
    lines.add("  time     here " + times(seconds(cell), seeds));
    if (device != null) {
      lines.add("           on the device " + times(device.seconds(flop), seeds));
    }
    lines.add(
        String.format(
            "  memory   here %s outside the heap, %s of it; on a device %s",
            Amounts.bytes(cell.memory() * threads),
            Amounts.bytes(cell.heap() * threads + cell.images()),
            Amounts.bytes(cell.deviceMemory())));
    lines.add(
        String.format(
            "  disk     traces %s a seed, %s for %d seeds",
            Amounts.bytes(cell.diskOfSeed()), Amounts.bytes(cell.diskOfSeed() * seeds), seeds));
    return lines;
  }

  private static String times(double seconds, int seeds) {
    return String.format(
        "%s a seed, %s for %d seeds", Amounts.time(seconds), Amounts.time(seconds * seeds), seeds);
  }

  private double seconds(PlannedCell cell) {
    return cell.secondsOfSeed(threads, speeds);
  }

  /** A table with a row a cell, all seeds, and a row for all. */
  String table() {
    List<String> heads =
        new ArrayList<>(List.of("cell", "FLOP a seed", "FLOP", "of all", "time here"));
    if (device != null) {
      heads.add("on the device");
    }
    heads.addAll(List.of("memory here", "on a device", "disk"));
    MarkdownTable table = new MarkdownTable(heads);
    double all = plan.cells().stream().mapToDouble(PlannedCell::operationsOfSeed).sum();
    for (PlannedCell cell : plan.cells()) {
      double flop = cell.operationsOfSeed();
      table.row(
          row(
              cell.cell().id(),
              new Sums(flop, seconds(cell), cell.memory(), cell.deviceMemory(), cell.diskOfSeed()),
              all));
    }
    table.row(
        row(
            "all",
            new Sums(
                all,
                plan.cells().stream().mapToDouble(this::seconds).sum(),
                plan.cells().stream().mapToLong(PlannedCell::memory).max().orElse(0),
                plan.cells().stream().mapToLong(PlannedCell::deviceMemory).max().orElse(0),
                plan.cells().stream().mapToLong(PlannedCell::diskOfSeed).sum()),
            all));
    return table.text();
  }

  /** Of a seed; memory of a run. */
  private record Sums(double flop, double seconds, long memory, long onDevice, long disk) {}

  private List<String> row(String name, Sums of, double all) {
    int seeds = plan.seeds().cap();
    List<String> row = new ArrayList<>();
    row.add(name);
    row.add(Amounts.operations(of.flop()));
    row.add(Amounts.operations(of.flop() * seeds));
    row.add(String.format(Locale.ROOT, "%.1f %%", all == 0 ? 0 : 100 * of.flop() / all));
    row.add(Amounts.time(of.seconds() * seeds));
    if (device != null) {
      row.add(Amounts.time(device.seconds(of.flop() * seeds)));
    }
    row.add(Amounts.bytes(of.memory() * threads));
    row.add(Amounts.bytes(of.onDevice()));
    row.add(Amounts.bytes(of.disk() * seeds));
    return row;
  }
}
