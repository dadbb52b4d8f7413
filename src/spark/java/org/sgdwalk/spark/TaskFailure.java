package org.sgdwalk.spark;

/** Why a task failed, in one line that names the machine; Spark tries it again elsewhere. */
final class TaskFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TaskFailure(String line, Throwable cause) {
    super(line, cause);
  }
}
