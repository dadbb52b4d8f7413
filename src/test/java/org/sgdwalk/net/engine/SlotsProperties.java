package org.sgdwalk.net.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SlotsProperties {

  /** Buffers of 1 to 50 values over a few of 20 times, so that many overlap and many do not. */
  @Provide
  Arbitrary<List<Buffer>> buffers() {
    Arbitrary<Integer> times = Arbitraries.integers().between(0, 20);
    return Combinators.combine(Arbitraries.integers().between(1, 50), times, times)
        .as((length, one, other) -> new Buffer(length).usedAt(one).usedAt(other))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Property
  void buffers_that_live_at_the_same_time_share_no_slot(@ForAll("buffers") List<Buffer> buffers) {
    Slots.place(buffers);

    for (int i = 0; i < buffers.size(); i++) {
      for (Buffer other : buffers.subList(i + 1, buffers.size())) {
        Buffer one = buffers.get(i);
        boolean overlap = one.first() <= other.last() && other.first() <= one.last();
        assertThat(overlap && one.slot() == other.slot()).isFalse();
      }
    }
  }

  @Property
  void every_slot_is_as_long_as_its_longest_buffer(@ForAll("buffers") List<Buffer> buffers) {
    List<Integer> lengths = Slots.place(buffers);
    Map<Integer, Integer> longest =
        buffers.stream().collect(Collectors.toMap(Buffer::slot, Buffer::length, Math::max));

    assertThat(longest).hasSameSizeAs(lengths);
    longest.forEach((slot, length) -> assertThat(lengths.get(slot)).isEqualTo(length));
  }

  /** A value computed in place is listed once for each of the layers that share it. */
  @Property
  void a_buffer_listed_twice_is_placed_once(@ForAll("buffers") List<Buffer> buffers) {
    List<Buffer> twice = new ArrayList<>(buffers);
    twice.addAll(buffers);

    assertThat(Slots.place(twice)).isEqualTo(Slots.place(buffers));
  }

  @Property
  void a_buffer_that_nobody_uses_takes_no_room(@ForAll("buffers") List<Buffer> buffers) {
    List<Integer> lengths = Slots.place(buffers);
    List<Buffer> more = new ArrayList<>(buffers);
    more.add(new Buffer(1000));

    assertThat(Slots.place(more)).isEqualTo(lengths);
  }
}
