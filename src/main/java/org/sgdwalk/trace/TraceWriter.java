package org.sgdwalk.trace;

import static org.sgdwalk.trace.TraceDirectory.EPOCHS;
import static org.sgdwalk.trace.TraceDirectory.MANIFEST;
import static org.sgdwalk.trace.TraceDirectory.SPECTRA;
import static org.sgdwalk.trace.TraceDirectory.STEPS;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes the files of one trace directory. */
final class TraceWriter {
  private final Path dir;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** A writer; {@code dir} is named in errors. */
  TraceWriter(Path dir) {
    this.dir = dir;
  }

  /** Content by name; the manifest, with the sums of the others, is the last. */
  Map<String, byte[]> files(Trace trace, Map<Integer, byte[]> thetas) {
    Manifest given = trace.manifest();
    TimetableCheck.check(trace, dir);
    put(STEPS, StepsCsv.format(trace.steps(), TraceDirectory.points(given), name(STEPS)));
    put(EPOCHS, EpochsCsv.format(trace.epochs(), given.spec().probes(), name(EPOCHS)));
    if (TraceDirectory.hasSpectra(given)) {
      boolean noise = given.spec().probes().covariance() != null;
      put(SPECTRA, SpectraCsv.format(trace.spectra(), noise, name(SPECTRA)));
    }
    for (Map.Entry<Integer, byte[]> theta : thetas.entrySet()) {
      if (theta.getKey() < 0) {
        throw new TraceException(dir + ": theta of step " + theta.getKey() + "; must be from 0");
      }
      files.put(TraceDirectory.thetaFileName(theta.getKey()), theta.getValue());
    }
    Map<String, String> sums = new TreeMap<>();
    files.forEach((name, content) -> sums.put(name, DigestUtils.sha256Hex(content)));
    Manifest manifest = new Manifest(given.spec(), given.status(), given.provenance(), sums);
    put(MANIFEST, ManifestSum.seal(ManifestJson.write(manifest)));
    return files;
  }

  private void put(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String name(String file) {
    return dir.resolve(file).toString();
  }
}
