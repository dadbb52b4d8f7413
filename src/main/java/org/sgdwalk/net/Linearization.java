package org.sgdwalk.net;

/**
 * What an engine keeps of a chunk's forward and backward pass at one theta. Any replica of the
 * engine may read it.
 */
public interface Linearization extends AutoCloseable {

  /** Memory that it takes. */
  long bytes();

  @Override
  void close();
}
