package org.sgdwalk.data;

import java.nio.file.Path;

/**
 * What can be said of a file against the sums that are published.
 *
 * @param file the file, or a folder
 * @param result whether it is the original
 * @param detail one line for people
 */
public record FileCheck(Path file, Result result, String detail) {
  /** How sure it is that a file is what was published. */
  public enum Result {
    /** Byte for byte the published file. */
    ORIGINAL,
    /** Compressed otherwise than published, or not at all there; its content is the original's. */
    SAME_CONTENT,
    /** A folder in which files are missing. */
    PARTIAL,
    /** Has a published file's name, but not its content. */
    DIFFERENT,
    /** Nobody published a sum: it may be the original or not. */
    UNKNOWN,
    /** Not a file of the published set. */
    FOREIGN
  }
}
