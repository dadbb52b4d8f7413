package org.sgdwalk.progress;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error, of all that may follow, with what is left at its end. */
final class TerminalRounds implements RoundsProgress {
  /** Steps of the bar for a unit of work, which may be small. */
  private static final double STEPS = 1000;

  private final String unit;
  private final RoundsLeft left = new RoundsLeft(System::nanoTime);
  private final ProgressBar bar;
  private double workDone;

  TerminalRounds(String task, String unit) {
    this.unit = unit;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(1)
            .setStyle(ProgressBarStyle.ASCII)
            .hideEta()
            .build();
  }

  @Override
  public void round(int pieces, double least, double most) {
    left.round(pieces, least, most);
    bar.maxHint((long) ((workDone + most) * STEPS));
    bar.setExtraMessage(left.line(unit));
  }

  @Override
  public void done(double work) {
    left.done(work);
    workDone += work;
    bar.stepTo((long) (workDone * STEPS));
    bar.setExtraMessage(left.line(unit));
  }

  @Override
  public void close() {
    bar.close();
  }
}
