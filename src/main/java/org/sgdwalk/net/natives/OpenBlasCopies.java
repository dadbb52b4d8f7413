package org.sgdwalk.net.natives;

import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Keeps the two copies of OpenBLAS apart that JavaCPP loads, one for ND4J's Java and one for its
 * natives. It makes their names global and leaves each to be bound at its first call: a copy then
 * takes a buffer from its own table and gives it back to the other's, and when its table is full,
 * 128 double-precision products later, OpenBLAS ends the process ("Bad memory unallocation"). Here
 * all names of a copy are bound, to itself, before the other one is there.
 *
 * <p>Can go when JavaCPP loads one copy, or OpenBLAS is linked with {@code -Bsymbolic}.
 */
public final class OpenBlasCopies {
  private static final int RTLD_NOW = 2; // dlfcn.h on Linux

  /** Name of the library's file for Linux. */
  static final String FILE = "libopenblas.so.0";

  /** What it needs beside it, as JavaCPP lists it; a platform's jar has what its build needs. */
  private static final List<String> NEEDED =
      List.of("libgcc_s.so.1", "libgfortran.so.5", "libgfortran.so.4", "libgfortran.so.3");

  /**
   * What libgfortran needs and looks for among the system's libraries alone, where a machine
   * without a compiler has none: it is found by name once it is open.
   */
  private static final String QUADMATH = "libquadmath.so.0";

  private static final List<NativeLibrary> OPENED = new ArrayList<>();

  private OpenBlasCopies() {}

  /**
   * Call before ND4J starts, after the variables that OpenBLAS reads are set; for Linux only.
   *
   * @throws IOException if it cannot be unpacked
   * @throws UnsatisfiedLinkError if it cannot be loaded
   */
  public static void bind(String natives) throws IOException {
    if (!natives.startsWith("linux-")) {
      return;
    }
    for (String needed : NEEDED) {
      unpack(needed, needed);
    }
    unpack(QUADMATH, QUADMATH).ifPresent(OpenBlasCopies::open);
    // In JavaCPP's order and under its names.
    unpack(FILE, "libopenblas_nolapack.so.0").ifPresent(OpenBlasCopies::open);
    unpack(FILE, FILE).ifPresent(OpenBlasCopies::open);
  }

  /** Opens a library for good: JNA closes one that nobody holds. */
  private static void open(File library) {
    OPENED.add(
        NativeLibrary.getInstance(library.getPath(), Map.of(Library.OPTION_OPEN_FLAGS, RTLD_NOW)));
  }

  /**
   * Puts a library of JavaCPP's jar, under a name, where JavaCPP will look for it too; empty where
   * the jar has none.
   */
  private static Optional<File> unpack(String library, String name) throws IOException {
    URL packed =
        openblas_nolapack.class.getResource(
            "/org/bytedeco/openblas/" + Loader.getPlatform() + "/" + library);
    return packed == null
        ? Optional.empty()
        : Optional.of(Loader.cacheResource(new URL(packed + "#" + name)));
  }
}
