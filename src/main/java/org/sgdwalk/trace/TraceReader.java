package org.sgdwalk.trace;

import static org.sgdwalk.trace.TraceDirectory.EPOCHS;
import static org.sgdwalk.trace.TraceDirectory.MANIFEST;
import static org.sgdwalk.trace.TraceDirectory.SPECTRA;
import static org.sgdwalk.trace.TraceDirectory.STEPS;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.sgdwalk.spec.DensitySpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SharpnessSpec;

/** Reads and checks one trace directory. */
final class TraceReader {
  /** Of a manifest, whose longest part is a list of selected steps. */
  private static final long MOST_OF_MANIFEST = 1L << 26;

  /** Of a cell with its comma; a number has 17 digits, sign, point and exponent. */
  private static final long MOST_OF_CELL = 26;

  /** Columns of {@code epochs.csv} and {@code spectra.csv} are fewer. */
  private static final long MOST_COLUMNS = 32;

  private static final Pattern THETA = Pattern.compile("theta-[0-9]{6,9}\\.npz");

  private final Path dir;

  TraceReader(Path dir) {
    this.dir = dir;
  }

  Trace read() {
    if (!TraceDirectory.isTrace(dir)) {
      throw new TraceException(dir + ": no trace directory; one has a " + MANIFEST);
    }
    Manifest manifest = manifest();
    RunSpec spec = manifest.spec();
    List<String> tables = TraceDirectory.tables(manifest);
    for (String required : tables) {
      if (!manifest.sha256().containsKey(required)) {
        throw new TraceException(name(MANIFEST) + ": sha256." + required + ": missing");
      }
    }
    manifest.sha256().keySet().stream().filter(n -> !tables.contains(n)).forEach(this::theta);
    for (Map.Entry<String, String> file : manifest.sha256().entrySet()) {
      if (!tables.contains(file.getKey())) {
        TraceFile theta = new TraceFile(dir.resolve(file.getKey()), Integer.MAX_VALUE);
        requireSum(file.getKey(), theta.sha256(), file.getValue());
      }
    }
    long updates = spec.updates() + 1L;
    int points = TraceDirectory.points(manifest);
    String steps = table(manifest, STEPS, updates * StepsCsv.columns(points).size());
    Trace trace =
        new Trace(
            manifest,
            StepsCsv.parse(steps, points, name(STEPS)),
            EpochsCsv.parse(
                table(manifest, EPOCHS, (updates + 1) * MOST_COLUMNS), spec.probes(), name(EPOCHS)),
            tables.contains(SPECTRA)
                ? SpectraCsv.parse(
                    table(manifest, SPECTRA, (updates + 1) * MOST_COLUMNS * ofSpectrum(spec)),
                    name(SPECTRA))
                : List.of());
    TraceCheck.check(trace, dir, StepsCsv.hasAlpha(steps));
    return trace;
  }

  private Manifest manifest() {
    String text = new TraceFile(dir.resolve(MANIFEST), MOST_OF_MANIFEST).text();
    return ManifestJson.read(ManifestSum.unseal(text, name(MANIFEST)), name(MANIFEST));
  }

  /** Rows that a measured epoch may have. */
  private static long ofSpectrum(RunSpec spec) {
    SharpnessSpec sharpness = spec.probes().sharpness();
    DensitySpec density = sharpness == null ? null : sharpness.density();
    return (sharpness == null ? 0L : sharpness.topK()) + (density == null ? 0 : density.points());
  }

  /** A name from a file that someone may have edited must not lead out of the directory. */
  private void theta(String name) {
    if (!THETA.matcher(name).matches()) {
      throw new TraceException(
          name(MANIFEST)
              + ": sha256."
              + shown(name)
              + ": must be a file of such a trace: a table of the run, or theta-000000.npz");
    }
  }

  /** Letters that would end the line, or hide in it, are left out. */
  private static String shown(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  /** Read once: what is parsed is what the sum is of. */
  private String table(Manifest manifest, String file, long cells) {
    byte[] bytes = new TraceFile(dir.resolve(file), (cells + MOST_COLUMNS) * MOST_OF_CELL).bytes();
    requireSum(file, DigestUtils.sha256Hex(bytes), String.valueOf(manifest.sha256().get(file)));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void requireSum(String file, String actual, String expected) {
    if (!actual.equals(expected)) {
      throw new TraceException(
          name(file)
              + ": changed since it was written; sha256 is "
              + actual
              + ", the manifest says "
              + shown(expected));
    }
  }

  private String name(String file) {
    return dir.resolve(file).toString();
  }
}
