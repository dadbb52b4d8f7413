package org.sgdwalk.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.descriptive.rank.Median;
import org.sgdwalk.claim.Gate;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.words.Digits;

/**
 * The gates of a claim, over the first seeds of a cell: a fixed number of them, so that what they
 * say does not depend on when the claim's own rule stops.
 */
final class Gates {
  /** As many as it takes at least to decide anything. */
  static final int SEEDS = 5;

  private final List<Reading> readings;

  Gates(List<Gate> gates) {
    readings = gates.stream().map(gate -> new Reading(gate, new ArrayList<>())).toList();
  }

  /** A gate and what the seeds read. */
  private record Reading(Gate gate, List<Double> values) {
    void read(SeedTraces traces) {
      if (values.size() < SEEDS) {
        boolean complete = traces.divergedAt(gate.arms()).isEmpty();
        values.add(complete ? gate.reading().applyAsDouble(traces) : Double.NaN);
      }
    }

    /** NaN where no seed has a reading. */
    double median() {
      return new Median()
          .evaluate(
              values.stream()
                  .mapToDouble(Double::doubleValue)
                  .filter(value -> !Double.isNaN(value))
                  .toArray());
    }

    boolean isBelow(double bound) {
      return !(median() >= bound);
    }

    String text(double bound) {
      return "%s is %s over the first %d seeds, %s asked for"
          .formatted(gate.quantity(), Digits.three(median()), values.size(), Digits.three(bound));
    }
  }

  /** Takes the readings of one more seed. */
  void read(SeedTraces traces) {
    readings.forEach(reading -> reading.read(traces));
  }

  /** What may be said after so many seeds, given what the claim's rule says. */
  Decision over(Decision decision, int seeds) {
    if (readings.isEmpty()) {
      return decision;
    }
    if (seeds < SEEDS) {
      return new Decision(Outcome.INCONCLUSIVE, decision.reason(), SEEDS - seeds);
    }
    Optional<Reading> shut =
        readings.stream().filter(reading -> reading.isBelow(reading.gate().least())).findFirst();
    return shut.map(
            reading ->
                new Decision(
                    Outcome.NOT_TESTABLE,
                    reading.gate().requirement() + ": " + reading.text(reading.gate().least()),
                    0))
        .orElse(decision);
  }

  /** What a verdict stands near to. */
  List<String> caveats() {
    return readings.stream()
        .filter(reading -> !reading.isBelow(reading.gate().least()))
        .filter(reading -> reading.isBelow(reading.gate().clear()))
        .map(reading -> "near the edge: " + reading.text(reading.gate().clear()))
        .toList();
  }
}
