package org.sgdwalk.trace.npz;

import java.util.Set;
import org.sgdwalk.trace.TraceException;

/**
 * The arrays of an {@code .npz} file's bytes, each read when it is asked for: one that nobody asks
 * for may be of any type and size. Stored and deflated entries are read, with their sizes before or
 * behind them, so those of {@code numpy.savez} and {@code numpy.savez_compressed} to a path or to a
 * stream.
 */
public final class NumpyArchiveReader implements AutoCloseable {
  private final NumpyZip zip;

  /**
   * Looks at the names.
   *
   * @param bytes the whole file; not copied
   * @param file name for errors
   * @throws TraceException when it is no zip archive, has no arrays or something else, or a name
   *     twice
   */
  public NumpyArchiveReader(byte[] bytes, String file) {
    zip = new NumpyZip(bytes, file);
  }

  /** Names of all arrays, in the file's order: unmodifiable, not empty. */
  public Set<String> names() {
    return zip.names();
  }

  /**
   * Type and shape of an array, of which no more is read than that.
   *
   * @param name one of {@link #names}
   * @throws TraceException when it is not version 1.0, little endian, C order, float32, float64 or
   *     int64
   */
  public NumpyHeader header(String name) {
    return NumpyFormat.header(zip.start(name, NumpyFormat.MAX_START), zip.where(name));
  }

  /**
   * An array. It takes the memory that its header says, so look at that first.
   *
   * @param name one of {@link #names}
   * @throws TraceException as {@link #header} does, or when it has not exactly the values of its
   *     shape or not the CRC-32 of its entry
   */
  public NumpyArray array(String name) {
    NumpyHeader header = header(name);
    header.requireLength(zip.length(name), zip.where(name));
    return NumpyFormat.values(zip.whole(name), header);
  }

  @Override
  public void close() {
    zip.close();
  }
}
