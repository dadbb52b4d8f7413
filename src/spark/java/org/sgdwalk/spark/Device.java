package org.sgdwalk.spark;

import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.sgdwalk.net.EngineException;
import org.sgdwalk.spec.EngineChoice;

/** What Spark has given a task to compute on. */
final class Device {
  /** Spark's name for cards. */
  static final String GPU = "gpu";

  private Device() {}

  /**
   * The engine on the task's own card, or as it was chosen on a CPU.
   *
   * @throws EngineException if it is to compute on a card and none was assigned
   */
  static EngineChoice ofTask(EngineChoice choice) {
    return choice.device().isCuda()
        ? choice.onCard(index(TaskContext.get().resourcesJMap()))
        : choice;
  }

  /** Cores of the task: worker threads. */
  static int threads() {
    return TaskContext.get().cpus();
  }

  private static int index(Map<String, ResourceInformation> resources) {
    ResourceInformation gpu = resources.get(GPU);
    String address = gpu == null ? "none" : String.join(",", gpu.addresses());
    if (!address.matches("\\d{1,3}")) {
      throw new EngineException(
          "sgdwalk.device: cuda takes one GPU a task, by its index as nvidia-smi counts; Spark"
              + " assigned "
              + address);
    }
    return Integer.parseInt(address);
  }
}
