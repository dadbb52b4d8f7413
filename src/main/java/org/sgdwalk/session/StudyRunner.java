package org.sgdwalk.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.RunSpec;

/** Who carries out the runs of a study: the threads of this process, or a cluster. */
public interface StudyRunner extends AutoCloseable {

  /** What computes: traces and records are kept under it. */
  String engineKey();

  /** Facts of where runs are made, for a report's head; in the order to be shown. */
  Map<String, String> environment();

  /** What a spec asks for that cannot be run there: one line that says what would be right. */
  Optional<String> lacks(RunSpec spec);

  /**
   * Makes runs and puts their traces into a store, as many side by side as it can and in their
   * order; ends when each is made or given up.
   *
   * @param groups runs that share their first phase; the first of a group makes it for the others
   * @param store where a trace may be already, which is left as it is then
   * @param outcomes is told of each run, of one after the other
   */
  void make(List<List<StoredRun>> groups, TraceStore store, Outcomes outcomes);

  @Override
  void close();

  /** What became of runs. */
  interface Outcomes {
    /** The trace of a run is in the store. */
    void made(MadeRun run);

    /**
     * A run was given up, and the others go on.
     *
     * @param why one line that names the cause
     */
    void failed(StoredRun run, String why);
  }

  /** Opens runners that are no part of every build, found as a service. */
  interface Provider {
    /** What {@code sgdwalk.runner} calls it. */
    String name();

    /**
     * A runner, ready to make runs.
     *
     * @param says takes a line for people
     */
    StudyRunner open(Settings settings, Consumer<String> says);
  }
}
