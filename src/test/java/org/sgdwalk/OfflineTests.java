package org.sgdwalk;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * No test downloads: whoever starts them, Maven or an IDE, they run with {@code sgdwalk.offline}.
 */
public final class OfflineTests implements LauncherSessionListener {
  static final String OFFLINE = "sgdwalk.offline";

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty(OFFLINE) == null) {
      System.setProperty(OFFLINE, "true");
    }
  }
}
