package org.sgdwalk.session;

import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.settings.SettingsException;

/** The runner that the settings choose. */
final class StudyRunners {
  private StudyRunners() {}

  /**
   * Opens it.
   *
   * @throws SettingsException if this build does not have it
   */
  static StudyRunner open(Settings settings, Consumer<String> says) {
    if (settings.runner().isLocal()) {
      return LocalStudyRunner.of(settings, says);
    }
    return ServiceLoader.load(StudyRunner.Provider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(settings.runner().name()))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingsException(
                    "sgdwalk.runner: %s is in builds with -P%1$s alone; must be local in this one"
                        .formatted(settings.runner().name())))
        .open(settings, says);
  }
}
