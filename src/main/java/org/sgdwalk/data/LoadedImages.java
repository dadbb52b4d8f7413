package org.sgdwalk.data;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a data set of the catalog as its files have it.
 *
 * @param images its examples
 * @param sha256 SHA-256 of each file as it lies on disk, by file name
 */
public record LoadedImages(ImageSet images, Map<String, String> sha256) {
  /** Copies the map, sorted by name. */
  public LoadedImages {
    sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
  }
}
