package org.sgdwalk.net;

/**
 * Memory for what a run keeps instead of making it anew, which changes no digit.
 *
 * @param features bytes up to which a part's features are kept
 * @param linearizations bytes of passes that are kept for the Hessian products at a theta
 * @param firstLayers bytes of the first layer's results that are kept from one step to the next
 */
record Room(long features, long linearizations, long firstLayers) {
  /** On a CPU. */
  static final Room STANDARD =
      new Room(Examples.RESIDENT_BYTES, Linearizations.ROOM, FirstLayers.ROOM);

  /** Nothing is kept. */
  static final Room NONE = new Room(0, 0, 0);

  /** The same with other room for features. */
  Room withFeatures(long bytes) {
    return new Room(bytes, linearizations, firstLayers);
  }

  /** The same without room for first layers. */
  Room withoutFirstLayers() {
    return new Room(features, linearizations, 0);
  }
}
