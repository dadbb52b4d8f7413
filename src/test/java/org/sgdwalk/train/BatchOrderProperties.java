package org.sgdwalk.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sgdwalk.spec.SeedStreams;

class BatchOrderProperties {

  @Property(tries = 200)
  void each_epoch_is_a_permutation(
      @ForAll @IntRange(min = 1, max = 60) int examples,
      @ForAll @IntRange(min = 1, max = 60) int batch,
      @ForAll long seed) {
    BatchOrder order = order(examples, batch, seed);

    for (int epoch = 1; epoch <= 3; epoch++) {
      int[] sorted = epoch(order, examples, batch);
      Arrays.sort(sorted);
      assertThat(sorted).isEqualTo(IntStream.range(0, examples).toArray());
    }
  }

  @Property(tries = 200)
  void only_the_last_batch_of_an_epoch_is_smaller(
      @ForAll @IntRange(min = 1, max = 60) int examples,
      @ForAll @IntRange(min = 1, max = 60) int batch) {
    BatchOrder order = order(examples, batch, 1);
    int batches = (examples + batch - 1) / batch;

    for (int k = 1; k <= 2 * batches; k++) {
      boolean last = k % batches == 0;
      assertThat(order.nextBatch()).hasSize(last ? examples - (batches - 1) * batch : batch);
    }
  }

  @Property(tries = 50)
  void epochs_are_reshuffled(@ForAll long seed) {
    BatchOrder order = order(50, 50, seed);

    assertThat(order.nextBatch()).isNotEqualTo(order.nextBatch());
  }

  @Property(tries = 50)
  void the_same_seed_gives_the_same_order(@ForAll long seed) {
    BatchOrder one = order(20, 6, seed);
    BatchOrder other = order(20, 6, seed);

    for (int k = 0; k < 12; k++) {
      assertThat(one.nextBatch()).isEqualTo(other.nextBatch());
    }
  }

  private static BatchOrder order(int examples, int batch, long seed) {
    return new BatchOrder(examples, batch, SeedStreams.stream(seed, SeedStreams.ORDER));
  }

  private static int[] epoch(BatchOrder order, int examples, int batch) {
    return IntStream.range(0, (examples + batch - 1) / batch)
        .flatMap(k -> Arrays.stream(order.nextBatch()))
        .toArray();
  }
}
