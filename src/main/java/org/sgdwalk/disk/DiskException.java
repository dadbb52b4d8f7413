package org.sgdwalk.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A place that cannot be made or written; the message names it and says why in one line. */
public final class DiskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message of the form {@code place: what is wrong}. */
  public DiskException(String message) {
    super(message);
  }

  /** Makes an error with what the file system said. */
  public DiskException(String message, IOException cause) {
    super(message + ": " + words(cause), cause);
  }

  /** What a file system says, without the name of the error's class. */
  public static String words(@Nullable IOException error) {
    if (error instanceof NoSuchFileException) {
      return "there is no such place";
    }
    if (error instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (error instanceof FileAlreadyExistsException there && there.getFile() != null) {
      return there.getFile() + " is in the way, which is no directory or leads to none";
    }
    String reason =
        error instanceof FileSystemException of && of.getReason() != null
            ? of.getReason()
            : error == null ? null : error.getMessage();
    return reason == null ? String.valueOf(error) : reason;
  }
}
