package org.sgdwalk.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sgdwalk.claim.Arm;

/**
 * What a point of the grid gave in a cell.
 *
 * @param cell the cell
 * @param arm the schedule
 * @param shape its shape
 * @param peak its largest learning rate
 * @param seeds the seeds, FIRST-LAST
 * @param diverged how many runs diverged; the accuracy of such a run counts as 0
 * @param mean mean validation accuracy at the end
 * @param deviation its standard deviation over the seeds
 */
record GridResult(
    String cell,
    Arm arm,
    String shape,
    double peak,
    String seeds,
    int diverged,
    double mean,
    double deviation) {
  static final String HEAD = "cell,schedule,shape,peak,seeds,diverged,mean,deviation";

  /** The results of a cell. */
  static List<GridResult> read(Path file, String cell) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(GridResult::parse)
        .filter(result -> result.cell().equals(cell))
        .toList();
  }

  private static GridResult parse(String line) {
    String[] fields = line.split(",", -1);
    return new GridResult(
        fields[0],
        Arm.valueOf("LONG_" + fields[1].toUpperCase(Locale.ROOT)),
        fields[2],
        Double.parseDouble(fields[3]),
        fields[4],
        Integer.parseInt(fields[5]),
        Double.parseDouble(fields[6]),
        Double.parseDouble(fields[7]));
  }

  boolean isOf(ScheduleGrid.Point point) {
    return point.arm() == arm && point.shape().equals(shape) && point.peak() == peak;
  }

  /** A line of the file. */
  String line() {
    String schedule = arm.name().substring("LONG_".length()).toLowerCase(Locale.ROOT);
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%s,%s,%d,%.5f,%.5f",
        cell,
        schedule,
        shape,
        peak,
        seeds,
        diverged,
        mean,
        deviation);
  }
}
