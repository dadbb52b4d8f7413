package org.sgdwalk.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.disk.DamagedFolder;
import org.sgdwalk.disk.DiskException;
import org.sgdwalk.disk.NewFolder;
import org.sgdwalk.trace.npz.NumpyArchive;

/**
 * A trace on disk: {@code manifest.json}, {@code steps.csv}, {@code epochs.csv} and, where they
 * were asked for, {@code spectra.csv} and {@code theta-000000.npz}. A directory is written once and
 * appears whole or not at all.
 */
public final class TraceDirectory {
  static final String MANIFEST = "manifest.json";
  static final String STEPS = "steps.csv";
  static final String EPOCHS = "epochs.csv";
  static final String SPECTRA = "spectra.csv";

  private TraceDirectory() {}

  /** Name of the file that holds theta after {@code step} updates. */
  public static String thetaFileName(int step) {
    return String.format(Locale.ROOT, "theta-%06d.npz", step);
  }

  /** The number of updates in the name of a theta file. */
  static int stepOfTheta(String name) {
    return Integer.parseInt(name.substring("theta-".length(), name.indexOf('.')));
  }

  /**
   * Writes a trace to a new directory, at once: see {@link RunFolder}.
   *
   * @param dir a path that does not exist; missing parents are made
   * @param trace the trace; the checksums on disk are those of the files written, whatever its
   *     manifest says
   * @param thetaFilesByStep content of the theta files ({@link NumpyArchive#write}) by number of
   *     updates
   * @throws DiskException that names the path: it exists or cannot be made
   * @throws TraceException that names the path: it cannot be written, or the trace is one that
   *     could not be read back
   */
  public static void write(Path dir, Trace trace, Map<Integer, byte[]> thetaFilesByStep) {
    try (RunFolder folder = RunFolder.open(dir)) {
      folder.publish(trace, thetaFilesByStep);
    }
  }

  /**
   * Reads a trace and checks it: every file against its checksum, the rows against specification
   * and status, and what follows from other cells against those.
   *
   * @throws TraceException that names the file and says what is wrong
   */
  public static Trace read(Path dir) {
    return new TraceReader(dir).read();
  }

  /** Whether a path is a directory with a {@code manifest.json}. */
  public static boolean isTrace(Path dir) {
    return Files.isRegularFile(dir.resolve(MANIFEST));
  }

  /**
   * The trace directories at or below a directory, sorted by path. Those still being written, or
   * left half-written by a crash, are none, nor are those set aside as damaged unless named; links
   * are not followed.
   *
   * @throws TraceException when the directory does not exist or cannot be searched
   */
  public static List<Path> find(Path root) {
    if (!Files.isDirectory(root)) {
      throw new TraceException(root + ": no directory; traces are searched at and below one");
    }
    try {
      return below(ofLink(root));
    } catch (UncheckedIOException e) {
      throw unsearched(root, e.getCause());
    } catch (IOException e) {
      throw unsearched(root, e);
    }
  }

  private static List<Path> below(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(Files::isDirectory)
          .filter(TraceDirectory::isTrace)
          .filter(path -> !isPartial(path, root))
          .filter(path -> path.equals(root) || !DamagedFolder.isAside(path))
          .sorted()
          .toList();
    }
  }

  /** A walk does not go into a link, even where it begins. */
  private static Path ofLink(Path root) throws IOException {
    return Files.isSymbolicLink(root) ? root.toRealPath() : root;
  }

  /** Whether a path is, or lies in, a folder that is still being written. */
  private static boolean isPartial(Path path, Path root) {
    return Stream.iterate(path, place -> place != null && place.startsWith(root), Path::getParent)
        .anyMatch(place -> place.toString().endsWith(NewFolder.PARTIAL));
  }

  private static TraceException unsearched(Path root, @Nullable IOException e) {
    String place = e instanceof FileSystemException of ? of.getFile() : root.toString();
    return new TraceException(place + ": cannot be searched: " + DiskException.words(e), e);
  }

  /** The files of rows that a run with this specification has. */
  static List<String> tables(Manifest manifest) {
    return hasSpectra(manifest) ? List.of(STEPS, EPOCHS, SPECTRA) : List.of(STEPS, EPOCHS);
  }

  /** Whether the run asked for more of the spectrum than {@code epochs.csv} has columns for. */
  static boolean hasSpectra(Manifest manifest) {
    var sharpness = manifest.spec().probes().sharpness();
    return sharpness != null && sharpness.hasSpectra();
  }

  /** Losses of a probed step, 0 for a run without cross-sections. */
  static int points(Manifest manifest) {
    var probe = manifest.spec().probes().crossSection();
    return probe == null ? 0 : probe.points();
  }
}
