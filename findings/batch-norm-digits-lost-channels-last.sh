#!/usr/bin/env bash
# libtorch 2.10.0 on the CPU (org.bytedeco:pytorch 2.10.0-1.5.13): batch norm's means and variances of the same
# float32 numbers are exact to 1.2e-7 where channels are contiguous, and 5.3e-5 off where they lie last (channels_last):
# rows are then summed one after another in float32. 40 x 64 x 64 x 64 numbers, normal around 1. The operation behind
# batch norm's training pass, batch_norm_update_stats, gets both layouts and is held against sums in double.
# Needs a JDK from 11 on, Maven, network.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>pytorch</artifactId>
      <version>2.10.0-1.5.13</version>
    </dependency>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>pytorch</artifactId>
      <version>2.10.0-1.5.13</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>openblas</artifactId>
      <version>0.3.31-1.5.13</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>javacpp</artifactId>
      <version>1.5.13</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
  </dependencies>
</project>
XML
cat >"$folder/Finding.java" <<'JAVA'
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

public class Finding {
  private static final int ROWS = 40 * 64 * 64;
  private static final int CHANNELS = 64;

  public static void main(String[] arguments) {
    torch.set_num_threads(1);
    Random random = new Random(1);
    float[] values = new float[ROWS * CHANNELS];
    double[] mean = new double[CHANNELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (1 + random.nextGaussian());
      mean[i % CHANNELS] += values[i] / (double) ROWS;
    }
    double[] variance = new double[CHANNELS];
    for (int i = 0; i < values.length; i++) {
      variance[i % CHANNELS] += Math.pow(values[i] - mean[i % CHANNELS], 2) / ROWS;
    }
    Tensor last = torch.from_blob(new FloatPointer(values), 40, 64, 64, CHANNELS).permute(0, 3, 1, 2);
    System.out.println("contiguous " + digits(last.contiguous(), mean, variance));
    System.out.println("channels last " + digits(last, mean, variance));
  }

  private static String digits(Tensor x, double[] mean, double[] variance) {
    T_TensorTensor_T seen = torch.batch_norm_update_stats(x, new TensorOptional(), new TensorOptional(), 0);
    double largest = Math.max(error(seen.get0(), mean), error(seen.get1(), variance));
    System.err.printf("largest relative error %.1e%n", largest);
    return largest < 5e-7 ? "exact to 5e-7" : largest > 3e-6 ? "off by more than 3e-6" : "between";
  }

  private static double error(Tensor seen, double[] exact) {
    double largest = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      double number = seen.select(0, channel).item_double();
      largest = Math.max(largest, Math.abs(number / exact[channel] - 1));
    }
    return largest;
  }
}
JAVA
mvn -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies "-DoutputDirectory=$folder/lib"
javac -cp "$folder/lib/*" -d "$folder" "$folder/Finding.java"
said=$(java -cp "$folder:$folder/lib/*" Finding)
echo "libtorch 2.10.0:"
echo "$said"
grep -qx 'contiguous exact to 5e-7' <<<"$said" && grep -qx 'channels last off by more than 3e-6' <<<"$said" || { echo "changed"; exit 1; }
