package org.sgdwalk.spec;

/**
 * What a card may do for speed.
 *
 * @param tf32 whether products of float32 numbers may round them to the 10 bits of TF32:
 *     differences of losses near 1e-4 drown in that
 * @param deterministic whether only operations are used that give the same bits twice
 */
public record ArithmeticChoice(boolean tf32, boolean deterministic) {
  /** Full float32, the same bits twice. */
  public static final ArithmeticChoice EXACT = new ArithmeticChoice(false, true);

  private static final String NO_TF32 = "no TF32";
  private static final String NOT_DETERMINISTIC = ", not deterministic";

  /** What differs from {@link #EXACT}, in names of folders: {@code -tf32}. */
  String suffix() {
    return (tf32 ? "-tf32" : "") + (deterministic ? "" : "-nondeterministic");
  }

  /** In words, for manifests and reports. */
  public String description() {
    return (tf32 ? "TF32" : NO_TF32) + (deterministic ? ", deterministic" : NOT_DETERMINISTIC);
  }

  /** The choice whose words a card's manifest has. */
  public static ArithmeticChoice described(String backend) {
    return new ArithmeticChoice(!backend.contains(NO_TF32), !backend.contains(NOT_DETERMINISTIC));
  }
}
