package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a file that may be broken, on a thread of its own: it must end in time, take a
 * bounded amount of memory, and give a result or a {@link DataException} of one line.
 */
final class Reading {
  private static final long MIB = 1 << 20;

  /** The files have some kB: deflate unfolds them to 1,032 times that at most. */
  private static final long MAX_BYTES = 32 * MIB;

  private static final int MAX_SECONDS = 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final ExecutorService READER =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "fuzz-reader");
            thread.setDaemon(true);
            return thread;
          });

  private Reading() {}

  /** The result; null if the file was rejected. */
  static <T> @Nullable T of(Supplier<T> reader) throws InterruptedException {
    Callable<@Nullable T> measured =
        () -> {
          long before = THREADS.getCurrentThreadAllocatedBytes();
          T result = resultOf(reader);
          long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
          assertThat(bytes).as("allocated bytes").isBetween(1L, MAX_BYTES);
          return result;
        };
    T result = await(measured);
    Statistics.label("outcome").collect(result == null ? "rejected" : "loaded");
    return result;
  }

  private static <T> @Nullable T resultOf(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (DataException e) {
      assertThat(e).message().isNotBlank().doesNotContain("\n", "\r", "\0");
      return null;
    }
  }

  private static <T> @Nullable T await(Callable<@Nullable T> reading) throws InterruptedException {
    try {
      return READER.submit(reading).get(MAX_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("did not end in " + MAX_SECONDS + " s", e);
    } catch (ExecutionException e) {
      throw new AssertionError("neither a result nor a DataException", e.getCause());
    }
  }
}
