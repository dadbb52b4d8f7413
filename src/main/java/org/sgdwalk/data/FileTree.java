package org.sgdwalk.data;

import java.util.Set;

/** The files of a data set by path, with slashes: of a zip archive or of an unpacked folder. */
interface FileTree extends AutoCloseable {
  /** How messages call it. */
  String name();

  /** Whether there is such a file. */
  boolean has(String path);

  /**
   * Names of the files directly in a folder, without it; none if there is no such folder.
   *
   * @throws DataException if the folder cannot be listed
   */
  Set<String> filesIn(String folder);

  /**
   * The bytes of a file. Safe for use by many threads.
   *
   * @param limit how many it may have
   * @throws DataException if it is missing, longer or cannot be read as it was written
   */
  byte[] read(String path, int limit);

  /**
   * SHA-256 of an archive; of a folder that of the lines {@code SHA-256, two spaces, path} of the
   * files read so far by the order of their paths, in the form that {@code sha256sum} prints.
   *
   * @throws DataException if the archive cannot be read
   */
  String sha256();

  @Override
  void close();
}
