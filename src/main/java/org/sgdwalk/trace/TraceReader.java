package org.sgdwalk.trace;

import static org.sgdwalk.trace.TraceDirectory.EPOCHS;
import static org.sgdwalk.trace.TraceDirectory.MANIFEST;
import static org.sgdwalk.trace.TraceDirectory.SPECTRA;
import static org.sgdwalk.trace.TraceDirectory.STEPS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads and checks one trace directory. */
final class TraceReader {
  private final Path dir;

  TraceReader(Path dir) {
    this.dir = dir;
  }

  Trace read() {
    if (!TraceDirectory.isTrace(dir)) {
      throw new TraceException(dir + ": no trace directory; one has a " + MANIFEST);
    }
    Manifest manifest = ManifestJson.read(text(MANIFEST), name(MANIFEST));
    for (String required : TraceDirectory.tables(manifest)) {
      if (!manifest.sha256().containsKey(required)) {
        throw new TraceException(name(MANIFEST) + ": sha256." + required + ": missing");
      }
    }
    for (Map.Entry<String, String> file : manifest.sha256().entrySet()) {
      check(file.getKey(), file.getValue());
    }
    Trace trace =
        new Trace(
            manifest,
            StepsCsv.parse(text(STEPS), TraceDirectory.points(manifest), name(STEPS)),
            EpochsCsv.parse(text(EPOCHS), manifest.spec().probes(), name(EPOCHS)),
            spectra(manifest));
    TimetableCheck.check(trace, dir);
    return trace;
  }

  private List<SpectrumRow> spectra(Manifest manifest) {
    return TraceDirectory.hasSpectra(manifest)
        ? SpectraCsv.parse(text(SPECTRA), name(SPECTRA))
        : List.of();
  }

  private void check(String file, String expected) {
    // A name from a file that someone may have edited must not lead out of the directory.
    if (!Path.of(file).equals(Path.of(file).getFileName()) || file.equals("..")) {
      throw new TraceException(name(MANIFEST) + ": sha256." + file + ": must be a file name");
    }
    String actual = DigestUtils.sha256Hex(bytes(file));
    if (!actual.equals(expected)) {
      throw new TraceException(
          name(file)
              + ": changed since it was written; sha256 is "
              + actual
              + ", the manifest says "
              + expected);
    }
  }

  private byte[] bytes(String file) {
    try {
      return Files.readAllBytes(dir.resolve(file));
    } catch (NoSuchFileException e) {
      throw new TraceException(name(file) + ": missing", e);
    } catch (IOException e) {
      throw new TraceException(name(file) + ": cannot be read: " + e, e);
    }
  }

  private String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private String name(String file) {
    return dir.resolve(file).toString();
  }
}
