package org.sgdwalk.spec;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an engine computes.
 *
 * @param isCuda whether on NVIDIA cards; else on the CPU
 * @param index which card, as {@code nvidia-smi} counts them; empty for all that there are
 */
public record DeviceChoice(boolean isCuda, OptionalInt index) {
  /** The CPU. */
  public static final DeviceChoice CPU = new DeviceChoice(false, OptionalInt.empty());

  /** All cards that there are. */
  public static final DeviceChoice CUDA = new DeviceChoice(true, OptionalInt.empty());

  /** What an option must be. */
  public static final String RULE = "cpu, cuda (all cards), or cuda:N, for example cuda:0";

  private static final Pattern CARD = Pattern.compile("cuda:(\\d{1,3})");

  /** One card. */
  public static DeviceChoice card(int index) {
    return new DeviceChoice(true, OptionalInt.of(index));
  }

  /** The choice of a key; empty for any other text. */
  public static Optional<DeviceChoice> find(String key) {
    Matcher card = CARD.matcher(key);
    if (card.matches()) {
      return Optional.of(card(Integer.parseInt(card.group(1))));
    }
    return switch (key) {
      case "cpu" -> Optional.of(CPU);
      case "cuda" -> Optional.of(CUDA);
      default -> Optional.empty();
    };
  }

  /** As an option says it: {@code cpu}, {@code cuda}, {@code cuda:1}. */
  public String key() {
    return isCuda ? index.isPresent() ? "cuda:" + index.getAsInt() : "cuda" : "cpu";
  }
}
