package org.sgdwalk.net;

/** A first layer's result for a batch at one theta. Any replica of the engine may read it. */
public interface FirstLayer extends AutoCloseable {

  /** Memory that it takes. */
  long bytes();

  /** Another handle on the same result, for whoever goes on with it; each is closed by its own. */
  FirstLayer share();

  @Override
  void close();
}
