package org.sgdwalk.cell;

import static org.sgdwalk.spec.SpecException.require;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.spec.SpecException;
import org.sgdwalk.spec.SpecJson;

/** Reads cells from their files, as strictly as a run specification. */
public final class CellFile {
  /** How a file of a user's own is told from the id of a cell. */
  public static final String EXTENSION = ".json";

  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*";
  private static final String WHOLE = "the cell";

  private CellFile() {}

  /**
   * The cell of a user's file.
   *
   * @param scale whose error rates and number of seeds judge it
   * @throws SpecException naming file and key, for a file that is not there or says no possible
   *     cell
   */
  public static Cell read(Path file, Scale scale) {
    if (!Files.isRegularFile(file)) {
      throw new SpecException(
          file
              + (Files.isDirectory(file) ? ": is a directory" : ": no such file")
              + "; it must be a cell in JSON");
    }
    try {
      return SpecJson.read(Files.readString(file), CellSpec.class, WHOLE).cell(scale);
    } catch (SpecException e) {
      throw new SpecException(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new SpecException(file + ": cannot be read: " + e);
    }
  }

  /** The cell of a file that travels with the program, without extension. */
  static CellSpec readResource(String name) {
    return SpecJson.read(resource(name), CellSpec.class, WHOLE);
  }

  /** The text of a file of {@code fixtures/cells}, without extension. */
  static String resource(String name) {
    String path = "files/" + name + EXTENSION;
    try (InputStream in = CellFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("fixtures/cells/" + name + EXTENSION + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("fixtures/cells/" + name + EXTENSION, e);
    }
  }

  /** An id is part of file names and of options. */
  static void requireId(String id) {
    require(id.matches(ID), "id", "of letters, digits, '.', '_', '-', in parts joined by '/'", id);
  }
}
