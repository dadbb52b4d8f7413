package org.sgdwalk.trace;

import static org.sgdwalk.trace.TraceDirectory.EPOCHS;
import static org.sgdwalk.trace.TraceDirectory.MANIFEST;
import static org.sgdwalk.trace.TraceDirectory.PARTIAL;
import static org.sgdwalk.trace.TraceDirectory.SPECTRA;
import static org.sgdwalk.trace.TraceDirectory.STEPS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** Writes one trace directory. */
final class TraceWriter {
  private final Path target;
  private final Path partial;
  private final Map<String, String> sha256 = new TreeMap<>();

  TraceWriter(Path dir) {
    target = dir.toAbsolutePath().normalize();
    // Random, so that two writers of one target do not meet; the move decides between them.
    partial = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + PARTIAL);
  }

  void write(Trace trace, Map<Integer, byte[]> thetaFilesByStep) {
    try {
      Files.createDirectories(partial);
      writeFiles(trace, thetaFilesByStep);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new TraceException(target + ": cannot be written: " + e, e);
    } finally {
      deletePartial();
    }
  }

  private void writeFiles(Trace trace, Map<Integer, byte[]> thetas) throws IOException {
    Manifest given = trace.manifest();
    String steps = target.resolve(STEPS).toString();
    TimetableCheck.check(trace, target);
    put(STEPS, text(StepsCsv.format(trace.steps(), TraceDirectory.points(given), steps)));
    String epochs = target.resolve(EPOCHS).toString();
    put(EPOCHS, text(EpochsCsv.format(trace.epochs(), given.spec().probes(), epochs)));
    if (TraceDirectory.hasSpectra(given)) {
      put(
          SPECTRA,
          text(
              SpectraCsv.format(
                  trace.spectra(),
                  trace.manifest().spec().probes().covariance() != null,
                  target.resolve(SPECTRA).toString())));
    }
    for (Map.Entry<Integer, byte[]> theta : thetas.entrySet()) {
      if (theta.getKey() < 0) {
        throw new TraceException(target + ": theta of step " + theta.getKey() + "; must be from 0");
      }
      put(TraceDirectory.thetaFileName(theta.getKey()), theta.getValue());
    }
    Manifest manifest = new Manifest(given.spec(), given.status(), given.provenance(), sha256);
    Files.write(partial.resolve(MANIFEST), text(ManifestJson.write(manifest)));
  }

  private void put(String name, byte[] content) throws IOException {
    Files.write(partial.resolve(name), content);
    sha256.put(name, DigestUtils.sha256Hex(content));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** After a success there is nothing; after a failure the error is the caller's, not this one. */
  private void deletePartial() {
    if (!Files.exists(partial)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(partial)) {
      List<Path> childrenFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : childrenFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      System.getLogger(TraceWriter.class.getName())
          .log(System.Logger.Level.WARNING, partial + ": left behind, cannot be deleted", e);
    }
  }
}
