package org.sgdwalk.jmh;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sgdwalk.data.DataPart;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.data.ImageSet;
import org.sgdwalk.data.ImageShape;
import org.sgdwalk.data.Standardization;
import org.sgdwalk.spec.NetworkSpec;

/**
 * The networks that benchmarks measure, by name: {@code mlp} (784-500-350-10), {@code vgg11-WIDTH},
 * {@code resnetDEPTH-WIDTH}, all with batch norm; and images for them, of noise.
 */
final class Networks {
  private static final String MLP = "mlp";
  private static final Pattern CONVOLUTIONAL = Pattern.compile("(vgg11|resnet(\\d+))-(\\d+)");

  private static final int CLASSES = 10;

  private Networks() {}

  static NetworkSpec spec(String name) {
    Matcher matcher = CONVOLUTIONAL.matcher(name);
    if (name.equals(MLP)) {
      return new NetworkSpec.Mlp(List.of(500, 350), true);
    }
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "network: must be mlp, vgg11-WIDTH or resnetDEPTH-WIDTH, got " + name);
    }
    int width = Integer.parseInt(matcher.group(3));
    return matcher.group(1).equals("vgg11")
        ? new NetworkSpec.Vgg11(width, true)
        : new NetworkSpec.ResNet(Integer.parseInt(matcher.group(2)), width, true);
  }

  /** Noise in the network's format: 28 x 28 gray for the MLP, else 32 x 32 in colour. */
  static DataSet noise(String name, int images) {
    boolean gray = name.equals(MLP);
    int channels = gray ? 1 : 3;
    int side = gray ? 28 : 32;
    Random random = new Random(1);
    byte[] pixels = new byte[images * channels * side * side];
    random.nextBytes(pixels);
    byte[] labels = new byte[images];
    for (int i = 0; i < images; i++) {
      labels[i] = (byte) (i % CLASSES);
    }
    ImageSet set = ImageSet.of(new ImageShape(channels, side, side), CLASSES, pixels, labels);
    List<Standardization> standardization = Standardization.of(set);
    DataPart part = new DataPart(set, 0, standardization);
    return new DataSet("noise", part, part, standardization, Map.of());
  }
}
