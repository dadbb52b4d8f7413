package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.sgdwalk.cli.ForkedCommand;

class OneOpenMpThreadTest {
  /** Starts ND4J and says how many OpenMP threads a thread has that has done nothing yet. */
  static final class Program {
    private Program() {}

    /** Prints the number. */
    public static void main(String[] arguments) throws InterruptedException {
      Backend.start();
      Thread fresh =
          new Thread(
              () ->
                  System.out.println(
                      "threads "
                          + NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads()));
      fresh.start();
      fresh.join();
    }
  }

  @Test
  void should_give_a_new_thread_one_openmp_thread_whatever_the_environment_says() throws Exception {
    ForkedCommand.Result result =
        ForkedCommand.run(Map.of(OneOpenMpThread.VARIABLE, "3"), Program.class);

    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output()).contains("threads 1");
  }
}
