package org.sgdwalk.words;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.PhaseSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;
import org.sgdwalk.trace.Status;
import org.sgdwalk.trace.Trace;

/** What was run, in words for titles and legends. */
public final class Treatment {
  private Treatment() {}

  /** Batch and learning rate, and where the run diverged if it did. */
  public static String of(Trace trace) {
    return of(trace.manifest().spec()) + ended(trace);
  }

  /** Batch and learning rate of each phase. */
  public static String of(RunSpec spec) {
    return spec.phases().stream()
        .map(phase -> phase(spec, phase))
        .collect(Collectors.joining("; then "));
  }

  /** Says the treatment of the last phase alone. */
  public static String ofLastPhase(Trace trace) {
    RunSpec spec = trace.manifest().spec();
    return phase(spec, spec.phases().get(spec.phases().size() - 1)) + ended(trace);
  }

  private static String ended(Trace trace) {
    return trace.manifest().status() instanceof Status.Diverged diverged
        ? ", diverged at update " + diverged.step()
        : "";
  }

  private static String phase(RunSpec spec, PhaseSpec phase) {
    String batch =
        spec.hasData() ? batch(phase.optimizer(), spec.data().train()) : network(spec.network());
    return batch + ", " + rate(phase.optimizer()) + schedule(phase.schedule());
  }

  /** For example {@code batch 25}. */
  public static String batch(RunSpec spec) {
    if (!spec.hasData()) {
      return network(spec.network());
    }
    return batch(spec.optimizer(), spec.data().train());
  }

  private static String batch(OptimizerSpec optimizer, int train) {
    if (optimizer instanceof OptimizerSpec.Sgd sgd) {
      return "batch " + sgd.batch();
    }
    String full = "full batch (" + train + ")" + (optimizer.chunkSum() ? ", chunks summed" : "");
    return optimizer instanceof OptimizerSpec.GdNoise noise
        ? full + ", isotropic noise, factor " + Digits.three(noise.factor())
        : full;
  }

  /** For example {@code LR 0.1}. */
  public static String rate(RunSpec spec) {
    return rate(spec.optimizer());
  }

  private static String rate(OptimizerSpec optimizer) {
    return "LR " + Digits.three(optimizer.learningRate());
  }

  /** The optimizer's rate is the constant one; what changes it is named. */
  private static String schedule(ScheduleSpec schedule) {
    return schedule instanceof ScheduleSpec.Constant
        ? ""
        : " " + schedule.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** For example {@code MLP 64-64, batch norm}. */
  public static String network(NetworkSpec network) {
    return kind(network) + (network.batchNorm() ? ", batch norm" : "");
  }

  private static String kind(NetworkSpec network) {
    if (network instanceof NetworkSpec.Mlp mlp) {
      return "MLP " + mlp.hidden().stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
    if (network instanceof NetworkSpec.Vgg11 vgg) {
      return "VGG-11 width " + vgg.width();
    }
    if (network instanceof NetworkSpec.ResNet resnet) {
      return "ResNet-" + resnet.depth() + " width " + resnet.width();
    }
    if (network instanceof NetworkSpec.Quadratic quadratic) {
      return "quadratic, largest eigenvalue "
          + Digits.three(quadratic.lowest())
          + " to "
          + Digits.three(quadratic.highest())
          + (quadratic.flat() == null ? "" : ", another " + range(quadratic.flat()));
    }
    throw new IllegalStateException("no words for " + network);
  }

  private static String range(List<Double> ends) {
    return ends.stream().map(Digits::three).collect(Collectors.joining(" to "));
  }

  /** Name and sizes of the parts. */
  public static String data(DataSpec data) {
    if (data.name().equals(RunSpec.NO_DATA)) {
      return "no data";
    }
    return String.format(
        Locale.ROOT,
        "%s: %,d images train, %,d validate",
        data.name(),
        data.train(),
        data.validation());
  }
}
