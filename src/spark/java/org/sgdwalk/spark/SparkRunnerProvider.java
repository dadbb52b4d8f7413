package org.sgdwalk.spark;

import java.util.function.Consumer;
import org.sgdwalk.session.StudyRunner;
import org.sgdwalk.settings.Settings;

/** What {@code sgdwalk.runner=spark} opens. */
public final class SparkRunnerProvider implements StudyRunner.Provider {
  @Override
  public String name() {
    return "spark";
  }

  @Override
  public StudyRunner open(Settings settings, Consumer<String> says) {
    return SparkStudyRunner.open(settings, says);
  }
}
