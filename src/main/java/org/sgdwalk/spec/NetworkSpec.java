package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which network is trained, or which surface takes its place. The JSON key {@code kind} names the
 * family.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NetworkSpec.Mlp.class, name = "mlp"),
  @JsonSubTypes.Type(value = NetworkSpec.Vgg11.class, name = "vgg11"),
  @JsonSubTypes.Type(value = NetworkSpec.ResNet.class, name = "resnet"),
  @JsonSubTypes.Type(value = NetworkSpec.Quadratic.class, name = "quadratic")
})
public sealed interface NetworkSpec {

  /** Whether the network has batch normalisation. */
  boolean batchNorm();

  /** Gives this network without batch normalisation. */
  NetworkSpec withoutBatchNorm();

  /**
   * Fully connected network: input, {@code hidden} widths with ReLU, softmax over the classes. The
   * paper's is {@code [500, 350]} with batch norm.
   *
   * @param hidden widths of the hidden layers, input side first; 1 to 1,202 of them, each 1 to
   *     65,536
   * @param batchNorm batch normalisation between each hidden linear layer and its ReLU
   */
  record Mlp(List<Integer> hidden, boolean batchNorm) implements NetworkSpec {
    /** Checks the widths and copies the list. */
    @JsonCreator
    public Mlp(
        @JsonProperty(value = "hidden", required = true) List<Integer> hidden,
        @JsonProperty(value = "batchNorm", required = true) boolean batchNorm) {
      SpecException.require(!hidden.isEmpty(), "network.hidden", "at least one width", hidden);
      SpecException.require(
          hidden.size() <= Bounds.DEPTH,
          "network.hidden",
          "at most " + Bounds.DEPTH + " widths",
          hidden.size() + " of them");
      for (int i = 0; i < hidden.size(); i++) {
        Bounds.requireCount(hidden.get(i), Bounds.WIDTH, "network.hidden[" + i + "]");
      }
      this.hidden = List.copyOf(hidden);
      this.batchNorm = batchNorm;
    }

    @Override
    public Mlp withoutBatchNorm() {
      return new Mlp(hidden, false);
    }
  }

  /**
   * VGG-11: 3x3 convolutions of width, 2, 4, 4, 8, 8, 8, 8 times it, five poolings, a classifier of
   * two hidden layers. The paper's has width 64 and batch norm.
   *
   * @param width channels of the first convolution, 1 to 65,536
   * @param batchNorm batch normalisation between each convolution and its ReLU
   */
  record Vgg11(int width, boolean batchNorm) implements NetworkSpec {
    /** Checks the width. */
    @JsonCreator
    public Vgg11(
        @JsonProperty(value = "width", required = true) int width,
        @JsonProperty(value = "batchNorm", required = true) boolean batchNorm) {
      Bounds.requireCount(width, Bounds.WIDTH, "network.width");
      this.width = width;
      this.batchNorm = batchNorm;
    }

    @Override
    public Vgg11 withoutBatchNorm() {
      return new Vgg11(width, false);
    }
  }

  /**
   * Pre-activation ResNet for small images: three stages of width, 2 and 4 times it, with n blocks
   * of two convolutions each. The paper's has depth 56, width 16 and batch norm.
   *
   * @param depth number of layers, 6 n + 2 with n 1 to 200
   * @param width channels of the first stage, 1 to 65,536
   * @param batchNorm batch normalisation before each ReLU
   */
  record ResNet(int depth, int width, boolean batchNorm) implements NetworkSpec {
    private static final int LAYERS_A_BLOCK_IN_EACH_STAGE = 6;
    private static final int FIRST_AND_LAST = 2;

    /** Checks depth and width. */
    @JsonCreator
    public ResNet(
        @JsonProperty(value = "depth", required = true) int depth,
        @JsonProperty(value = "width", required = true) int width,
        @JsonProperty(value = "batchNorm", required = true) boolean batchNorm) {
      SpecException.require(
          depth >= LAYERS_A_BLOCK_IN_EACH_STAGE + FIRST_AND_LAST
              && depth <= Bounds.DEPTH
              && (depth - FIRST_AND_LAST) % LAYERS_A_BLOCK_IN_EACH_STAGE == 0,
          "network.depth",
          "6 n + 2 (8, 14, 20, ..., 56, ..., " + Bounds.DEPTH + ")",
          depth);
      Bounds.requireCount(width, Bounds.WIDTH, "network.width");
      this.depth = depth;
      this.width = width;
      this.batchNorm = batchNorm;
    }

    @Override
    public ResNet withoutBatchNorm() {
      return new ResNet(depth, width, false);
    }

    /** Number n of residual blocks in each of the three stages. */
    public int blocksPerStage() {
      return (depth - FIRST_AND_LAST) / LAYERS_A_BLOCK_IN_EACH_STAGE;
    }
  }

  /**
   * No network: L(theta) = 1/2 theta' H theta without data, for what section 6 says of quadratics.
   * The seed draws the number of dimensions, the eigenvectors of H, its eigenvalues and the start,
   * which lies along the eigenvector of the largest, or equally far along it and a flat one's.
   *
   * @param maxDimension the number P of dimensions is uniform in 1 to this, or 2 to this where
   *     there is a flat eigenvalue; at most 1,000
   * @param lowest the largest eigenvalue lambda is uniform in lowest to highest; above 0. The
   *     others are uniform in 0 to lambda
   * @param highest at least lowest
   * @param flat the lowest and the highest of a second eigenvalue, uniform between; null for none
   *     that is different from the others
   */
  record Quadratic(
      int maxDimension,
      double lowest,
      double highest,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Double> flat)
      implements NetworkSpec {
    private static final int MOST = 1_000;

    /** Checks the numbers. */
    @JsonCreator
    public Quadratic(
        @JsonProperty(value = "maxDimension", required = true) int maxDimension,
        @JsonProperty(value = "lowest", required = true) double lowest,
        @JsonProperty(value = "highest", required = true) double highest,
        @JsonProperty("flat") @Nullable List<Double> flat) {
      int least = flat == null ? 1 : 2;
      SpecException.require(
          maxDimension >= least && maxDimension <= MOST,
          "network.maxDimension",
          least + " to " + MOST + (flat == null ? "" : " with network.flat"),
          maxDimension);
      SpecException.require(lowest > 0, "network.lowest", "above 0", lowest);
      SpecException.require(
          highest >= lowest && Double.isFinite(highest),
          "network.highest",
          "at least lowest and finite",
          highest);
      this.maxDimension = maxDimension;
      this.lowest = lowest;
      requireFlat(flat, lowest);
      this.highest = highest;
      this.flat = flat == null ? null : List.copyOf(flat);
    }

    /** Along the eigenvector of the largest eigenvalue alone. */
    public Quadratic(int maxDimension, double lowest, double highest) {
      this(maxDimension, lowest, highest, null);
    }

    private static void requireFlat(@Nullable List<Double> flat, double lowest) {
      SpecException.require(
          flat == null
              || (flat.size() == 2
                  && flat.get(0) > 0
                  && flat.get(1) >= flat.get(0)
                  && flat.get(1) <= lowest),
          "network.flat",
          "[lowest, highest], above 0 and at most network.lowest",
          flat);
    }

    @Override
    public boolean batchNorm() {
      return false;
    }

    @Override
    public Quadratic withoutBatchNorm() {
      return this;
    }
  }
}
