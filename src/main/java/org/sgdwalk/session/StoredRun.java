package org.sgdwalk.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.spec.RunSpec;

/**
 * A run with its places in a store: all that a process must know to make it, on any machine.
 *
 * @param spec what is run
 * @param folder where its trace is or would be, below the store's root
 * @param shared the first phase that others go on from too; null where it shares nothing
 */
public record StoredRun(RunSpec spec, String folder, @Nullable SharedPhase shared) {

  /**
   * A first phase that several runs go on from.
   *
   * @param spec that phase alone
   * @param folder where its end is kept until all have it, below the store's root
   * @param runs the folders of these runs
   */
  public record SharedPhase(RunSpec spec, String folder, List<String> runs) {
    /** Copies the list. */
    public SharedPhase {
      runs = List.copyOf(runs);
    }
  }
}
