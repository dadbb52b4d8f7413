package org.sgdwalk.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sgdwalk.data.fetch.FetchListener.Receipt;

@DisplayName("Progress of a download")
class FetchProgressTest {
  private final List<String> shown = new ArrayList<>();
  private long done;

  private Progress display(String task, String unit, long total) {
    shown.add(task + " " + total + " " + unit);
    return new Progress() {
      @Override
      public void advance(long units) {
        done += units;
      }

      @Override
      public void close() {
        shown.add("closed");
      }
    };
  }

  @Test
  void is_in_whole_kilobytes_and_begins_where_an_earlier_one_ended() {
    try (Receipt receipt = new FetchProgress(this::display).starts("x.gz", 10_500, 3_900)) {
      assertThat(done).isEqualTo(3);
      receipt.received(99);
      assertThat(done).isEqualTo(3);
      receipt.received(1);
      assertThat(done).isEqualTo(4);
      receipt.received(6_500);
      assertThat(done).isEqualTo(10);
    }
    assertThat(shown).containsExactly("x.gz 10 kB", "closed");
  }
}
