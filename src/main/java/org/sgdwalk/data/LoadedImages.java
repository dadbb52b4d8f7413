package org.sgdwalk.data;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file pair of the catalog.
 *
 * @param images its examples
 * @param sha256 SHA-256 of the two files as they lie on disk, by file name
 */
public record LoadedImages(ImageSet images, Map<String, String> sha256) {
  /** Copies the map, sorted by name. */
  public LoadedImages {
    sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
  }
}
