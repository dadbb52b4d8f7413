package org.sgdwalk.spec;

import java.util.Arrays;
import org.hipparchus.random.Well19937c;

/**
 * One of a seed's {@link SeedStreams}: a generator whose place can be kept, so that a run can go on
 * where it was.
 */
public final class RandomStream extends Well19937c {
  private static final long serialVersionUID = 1L;

  /** A stream at the start that a seed of words gives. */
  RandomStream(int[] seed) {
    super(seed);
  }

  /**
   * Where the stream is: the generator's index and its words. Everything that is drawn afterwards
   * hangs on these alone but for normal numbers, of which the generator makes two at a time; no
   * stream whose place is kept is asked for one.
   */
  public int[] place() {
    int[] place = Arrays.copyOf(new int[] {index}, 1 + v.length);
    System.arraycopy(v, 0, place, 1, v.length);
    return place;
  }

  /**
   * Goes to a place.
   *
   * @param place as {@link #place} gave it
   * @throws IllegalArgumentException if it is none
   */
  public void goTo(int[] place) {
    if (place.length != 1 + v.length || place[0] < 0 || place[0] >= v.length) {
      throw new IllegalArgumentException(
          "a place in a stream is an index below " + v.length + " and as many words");
    }
    clearCache();
    index = place[0];
    System.arraycopy(place, 1, v, 0, v.length);
  }
}
