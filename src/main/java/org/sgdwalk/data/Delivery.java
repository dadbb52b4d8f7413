package org.sgdwalk.data;

/** Brings a data set that is in no place into the cache. */
@FunctionalInterface
public interface Delivery {
  /** Brings nothing. */
  Delivery NONE = set -> {};

  /**
   * Tries to bring it.
   *
   * @throws DataUnavailableException if it cannot be had, with the reason; where else it was looked
   *     for is the caller's to say
   * @throws DataException if the cache cannot be written
   */
  void deliver(PublishedSet set);
}
