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

/** A cell of a tiny network, whose runs go on in several ways from one first phase. */
final class ForksCell {
  /** Updates of the first phase. */
  static final int TRUNK = 4;

  private static final String GD =
      "{\"optimizer\": {\"kind\": \"gd\", \"learningRate\": 0.1}, \"length\": {\"steps\": 2}}";
  private static final String SGD =
      "{\"optimizer\": {\"kind\": \"sgd\", \"batch\": 20, \"learningRate\": 0.1},"
          + " \"length\": {\"steps\": 5}}";
  private static final String NOISE =
      "{\"optimizer\": {\"kind\": \"gd-noise\", \"learningRate\": 0.01, \"factor\": 1,"
          + " \"varianceBatch\": 20}, \"length\": {\"steps\": 2}}";

  /** Evaluated every second epoch but for the one that goes on as SGD; GD shares nothing. */
  private static final Map<Arm, RunSpec> ARMS =
      new EnumMap<>(
          Map.of(
              Arm.NOISE_SMALL, spec(2, ""),
              Arm.FORK_NOISE_LOW_RATE, spec(2, NOISE),
              Arm.FORK_GD, spec(2, GD),
              Arm.FORK_SGD, spec(1, SGD),
              Arm.NOISE_LARGE, louder(spec(2, ""))));

  static final Cell CELL =
      new Cell("forks", Scale.CI, ARMS, Catalog.cells(Scale.CI).get(0).valley(), List.of(1, 2));

  private ForksCell() {}

  private static RunSpec spec(int everyEpochs, String then) {
    return SpecJson.read(
        """
        { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
          "data": {"name": "fashion-mnist-3k", "train": 60, "validation": 40, "chunk": 30},
          "optimizer": {"kind": "gd-noise", "learningRate": 0.1, "factor": 1, "varianceBatch": 20},
          "length": {"steps": %d}, "seed": 0, "then": [%s],
          "probes": {"evaluation": {"everyEpochs": %d}} }
        """
            .formatted(TRUNK, then, everyEpochs));
  }

  private static RunSpec louder(RunSpec spec) {
    return SpecJson.read(SpecJson.write(spec).replace("\"factor\" : 1.0", "\"factor\" : 4.0"));
  }
}
