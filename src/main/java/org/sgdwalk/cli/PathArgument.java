package org.sgdwalk.cli;

import java.nio.file.Path;
import org.sgdwalk.settings.LocalPath;
import picocli.CommandLine.TypeConversionException;

/** A path on the command line. */
final class PathArgument {
  private PathArgument() {}

  /** The path of a text, or an error that the command line completes with the option's name. */
  static Path of(String text) {
    return LocalPath.find(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "must be " + LocalPath.rule() + ", got '" + text + "'"));
  }
}
