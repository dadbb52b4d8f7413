package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sgdwalk.data.DataPart;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.ImageSet;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.data.Standardization;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.DataSpec;
import org.sgdwalk.spec.EvaluationSpec;
import org.sgdwalk.spec.LengthSpec;
import org.sgdwalk.spec.NetworkSpec;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.ProbeSpec;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.ScheduleSpec;
import org.sgdwalk.spec.SeedStreams;

@DisplayName("Memory that natives free")
class FreedMemoryTest {
  private static final int IMAGES = 100;
  private static final int TIMES = 3;

  /** Until the heap too has touched its pages. */
  private static final int WARM_UP = 10;

  /** Of one activation of the first stage: 100 images of 32 x 32 with 8 channels. */
  private static final int PAGES = IMAGES * 32 * 32 * 8 * Float.BYTES / 4096;

  /** Left alone, a gradient faults in some twenty activations. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void is_taken_again_without_page_faults() throws IOException {
    try (LossSurface surface = resNet()) {
      ParameterVector theta = surface.initialTheta(SeedStreams.stream(1, SeedStreams.INIT));
      for (int i = 0; i < WARM_UP; i++) {
        surface.fullGradient(theta);
      }
      long before = minorFaults();

      for (int i = 0; i < TIMES; i++) {
        surface.fullGradient(theta);
      }

      assertThat((minorFaults() - before) / TIMES).isLessThan(4L * PAGES);
    }
  }

  private static LossSurface resNet() {
    RunSpec spec =
        new RunSpec(
            new NetworkSpec.ResNet(20, 8, true),
            new DataSpec("noise", IMAGES, IMAGES, IMAGES),
            new OptimizerSpec.Gd(0.1, 0),
            new ScheduleSpec.Constant(),
            LengthSpec.ofSteps(1),
            1,
            null,
            Precision.FLOAT32,
            new ProbeSpec(null, new EvaluationSpec(1)),
            List.of());
    byte[] pixels = new byte[IMAGES * 32 * 32 * 3];
    new Random(1).nextBytes(pixels);
    ImageSet set = ImageSet.of(new ImageShape(3, 32, 32), 10, pixels, new byte[IMAGES]);
    List<Standardization> standardization = Standardization.of(set);
    DataPart part = new DataPart(set, 0, standardization);
    return NetworkLossSurface.open(
        Engines.of(Engines.STANDARD),
        spec,
        new DataSet("noise", part, part, standardization, Map.of()),
        2);
  }

  /** Of this process, since it started: the tenth field of its line in /proc. */
  private static long minorFaults() throws IOException {
    String line = Files.readString(Path.of("/proc/self/stat"));
    return Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[7]);
  }
}
