package org.sgdwalk.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

/** A cell whose runs are two epochs of a tiny network: real runs, in a tenth of a second. */
final class TinyCell {
  private TinyCell() {}

  /** Has the arms of R6a, R6b and of the claims about the long run, T4 and T8 among them. */
  static Cell of(Scale scale) {
    return of(scale, Map.of());
  }

  /** The same, and the walk of GD with its Hessian's eigenvalues. */
  static Cell withSharpnessOfGd(Scale scale) {
    return of(
        scale,
        Map.of(
            Arm.GD,
            run(
                "{\"kind\": \"gd\", \"learningRate\": 0.1}",
                ", \"probes\": {\"sharpness\": {\"everyEpochs\": 1, \"topK\": 1}}")));
  }

  private static Cell of(Scale scale, Map<Arm, RunSpec> more) {
    Map<Arm, RunSpec> arms = new EnumMap<>(Arm.class);
    arms.putAll(more);
    arms.put(Arm.LONG, run(sgd(10), ", \"probes\": {\"crossSection\": {\"recheckEvery\": 2}}"));
    arms.put(Arm.LONG_SCALED, run(sgd(30), ""));
    Cell full = Catalog.cells(scale).get(0);
    return new Cell("tiny", scale, arms, full.valley(), List.of(1, 2));
  }

  private static String sgd(int batch) {
    return "{\"kind\": \"sgd\", \"batch\": %d, \"learningRate\": 0.1}".formatted(batch);
  }

  private static RunSpec run(String optimizer, String section) {
    return SpecJson.read(
        """
        { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
          "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 40, "chunk": 30},
          "optimizer": %s,
          "length": {"epochs": 2}, "seed": 0%s }
        """
            .formatted(optimizer, section));
  }
}
