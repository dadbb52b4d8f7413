package org.sgdwalk.run;

import java.util.Map;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.Backend;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.CpuFeatures;
import org.sgdwalk.trace.Provenance;

/** Collects where a trace comes from. */
final class ProvenanceCollector {
  private ProvenanceCollector() {}

  static Provenance collect(DataSet data, int threads) {
    return new Provenance(
        new Provenance.DataProvenance(
            data.name(),
            data.sha256(),
            data.training().indices(),
            data.validation().indices(),
            data.standardization().mean(),
            data.standardization().std()),
        System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")),
        CpuFeatures.modelName(),
        Backend.description(),
        Map.of("sgd-walk", BuildInfo.version(), "dl4j", BuildInfo.dl4j()),
        threads,
        BuildInfo.revision());
  }
}
