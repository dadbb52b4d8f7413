package org.sgdwalk.data.fetch;

import java.net.URI;

/**
 * A file or the rest of one, on its way.
 *
 * @param address where it comes from in the end, after redirects
 * @param start index of its first byte in the file: 0, or where an earlier attempt ended
 * @param validator what names this state of the file for a later {@code If-Range}, or empty
 * @param body its bytes
 */
record Response(URI address, long start, String validator, Body body) implements AutoCloseable {
  @Override
  public void close() {
    body.close();
  }
}
