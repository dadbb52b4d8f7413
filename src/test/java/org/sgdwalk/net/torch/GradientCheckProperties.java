package org.sgdwalk.net.torch;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.random.Well19937c;
import org.sgdwalk.net.program.Add;
import org.sgdwalk.net.program.Chain;
import org.sgdwalk.net.program.Convolution;
import org.sgdwalk.net.program.Flatten;
import org.sgdwalk.net.program.GlobalAveragePool;
import org.sgdwalk.net.program.Linear;
import org.sgdwalk.net.program.MaxPool;
import org.sgdwalk.net.program.Relu;
import org.sgdwalk.net.program.Shape;

/**
 * Every layer, and blocks of them, on random shapes. {@link GradientCheck} says what is compared.
 */
@Tag("slow")
class GradientCheckProperties {
  private static final int TRIES = 30;

  /** What is drawn beside a layer's own settings. */
  record Batch(Shape input, int rows, long seed) {
    void check(Chain chain) {
      GradientCheck.run(chain.program(), rows, seed);
    }
  }

  @Provide
  Arbitrary<Batch> images() {
    Arbitrary<Integer> sides = Arbitraries.integers().between(3, 6);
    return batches(Combinators.combine(sides, sides, channels()).as(Shape::new));
  }

  @Provide
  Arbitrary<Batch> features() {
    return batches(Arbitraries.integers().between(1, 9).map(Shape::features));
  }

  private static Arbitrary<Batch> batches(Arbitrary<Shape> shapes) {
    return Combinators.combine(shapes, Arbitraries.integers().between(2, 5), Arbitraries.longs())
        .as(Batch::new);
  }

  private static Arbitrary<Integer> channels() {
    return Arbitraries.integers().between(1, 4);
  }

  @Property(tries = 2 * TRIES)
  void a_convolution(
      @ForAll("images") Batch batch,
      @ForAll boolean three,
      @ForAll @IntRange(min = 1, max = 2) int stride,
      @ForAll boolean padded,
      @ForAll @IntRange(min = 1, max = 4) int out,
      @ForAll boolean bias) {
    int size = three ? 3 : 1;
    int padding = three && padded ? 1 : 0;
    batch.check(
        Chain.on(batch.input())
            .then(new Convolution(size, stride, padding, batch.input().channels(), out, bias)));
  }

  @Property(tries = TRIES)
  void a_linear_layer(
      @ForAll("features") Batch batch, @ForAll @IntRange(min = 1, max = 9) int out) {
    batch.check(Chain.on(batch.input()).then(new Linear(batch.input().channels(), out)));
  }

  @Property(tries = TRIES)
  void batch_norm_of_images(@ForAll("images") Batch batch) {
    batch.check(Chain.on(batch.input()).batchNorm());
  }

  @Property(tries = TRIES)
  void batch_norm_of_features(@ForAll("features") Batch batch) {
    batch.check(Chain.on(batch.input()).batchNorm());
  }

  @Property(tries = TRIES)
  void a_relu_in_place(@ForAll("images") Batch batch) {
    batch.check(Chain.on(batch.input()).then(new Relu()));
  }

  @Property(tries = TRIES)
  void a_relu_whose_input_is_read_again(@ForAll("images") Batch batch) {
    Chain chain = Chain.on(batch.input());
    int before = chain.last();
    chain.then(new Relu());
    chain.add(new Add(), chain.last(), before);
    batch.check(chain);
  }

  @Property(tries = TRIES)
  void a_max_pooling_of_even_and_odd_sides(@ForAll("images") Batch batch) {
    batch.check(Chain.on(batch.input()).then(new MaxPool(2)));
  }

  @Property(tries = TRIES)
  void a_global_average_pooling(@ForAll("images") Batch batch) {
    batch.check(Chain.on(batch.input()).then(new GlobalAveragePool()));
  }

  @Property(tries = TRIES)
  void a_flattening_of_pixels(@ForAll("images") Batch batch) {
    batch.check(Chain.on(batch.input()).then(new Flatten()));
  }

  @Property(tries = TRIES)
  void a_sum_with_the_input_itself(@ForAll("images") Batch batch, @ForAll boolean batchNorm) {
    batch.check(Chain.on(batch.input()).residual(1, batchNorm));
  }

  @Property(tries = TRIES)
  void a_sum_with_a_projection(@ForAll("images") Batch batch, @ForAll boolean batchNorm) {
    batch.check(Chain.on(batch.input()).residual(2, batchNorm));
  }

  /** Gradients that several readers add to lie in shared memory: the longer the chain, the more. */
  @Property(tries = TRIES / 2)
  void a_row_of_residual_blocks(
      @ForAll("images") Batch batch,
      @ForAll boolean batchNorm,
      @ForAll @IntRange(min = 1, max = 2) int first,
      @ForAll @IntRange(min = 1, max = 2) int second,
      @ForAll @IntRange(min = 1, max = 2) int third) {
    batch.check(
        Chain.on(batch.input())
            .residual(first, batchNorm)
            .residual(second, batchNorm)
            .residual(third, batchNorm)
            .then(new GlobalAveragePool()));
  }

  /**
   * Which gradients may share memory depends on who reads what and when; here everything occurs.
   */
  @Property(tries = 3 * TRIES)
  void any_graph_of_layers_that_keep_the_shape(
      @ForAll("images") Batch batch, @ForAll @IntRange(min = 2, max = 8) int layers) {
    batch.check(Chain.on(batch.input()).tangle(layers, new Well19937c(batch.seed())));
  }
}
