package org.sgdwalk.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.Standardization;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.Engine;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.net.natives.CpuFeatures;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Provenance;

/** Collects where a trace comes from. */
public final class ProvenanceCollector {
  /** Of a surface without images. */
  private static final Provenance.DataProvenance NO_DATA =
      new Provenance.DataProvenance(
          RunSpec.NO_DATA, Map.of(), "none", null, "none", null, List.of(0.0), List.of(1.0));

  private ProvenanceCollector() {}

  /** The git revision of this program, with "-dirty" after changes; "unknown" where not built. */
  public static String revision() {
    return BuildInfo.revision();
  }

  /**
   * {@code data} is null where there is none, and then nothing but Java has computed; {@code
   * initialTheta} is null where the seed drew theta.
   */
  static Provenance collect(
      @Nullable DataSet data,
      Engine engine,
      int threads,
      Provenance.@Nullable ThetaProvenance initialTheta) {
    Map<String, String> versions = new TreeMap<>(Map.of("sgd-walk", BuildInfo.version()));
    if (data != null) {
      versions.putAll(engine.versions());
    }
    return new Provenance(
        data == null ? NO_DATA : of(data),
        jdk(),
        os(),
        CpuFeatures.modelName(),
        data == null ? Provenance.NO_ENGINE : engine.name(),
        data == null ? Provenance.NO_ENGINE : engine.description(),
        versions,
        threads,
        revision(),
        initialTheta);
  }

  private static Provenance.DataProvenance of(DataSet data) {
    return new Provenance.DataProvenance(
        data.name(),
        data.sha256(),
        data.training().indices().toString(),
        data.training().indices().sha256(),
        data.validation().indices().toString(),
        data.validation().indices().sha256(),
        data.standardization().stream().map(Standardization::mean).toList(),
        data.standardization().stream().map(Standardization::std).toList());
  }

  /** Collects the facts that do not hang on a data set, for a report's head. */
  public static Map<String, String> environment(int threads, EngineChoice choice) {
    Engine engine = Engines.of(choice);
    engine.start();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("sgd-walk", BuildInfo.version() + " (" + revision() + ")");
    lines.put("Engine", engine.name() + ": " + engine.description());
    engine.versions().forEach(lines::put);
    lines.put("CPU", CpuFeatures.modelName());
    lines.put("Threads", Integer.toString(threads));
    lines.put("JDK", jdk());
    lines.put("OS", os());
    return lines;
  }

  private static String jdk() {
    return System.getProperty("java.vendor") + " " + System.getProperty("java.version");
  }

  private static String os() {
    return String.join(
        " ",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"));
  }
}
