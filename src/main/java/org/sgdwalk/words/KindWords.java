package org.sgdwalk.words;

import java.util.ArrayList;
import java.util.List;
import org.sgdwalk.claim.Assay;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.claim.Gate;
import org.sgdwalk.claim.Kind;

/** How a claim is judged, in words. */
public final class KindWords {
  private KindWords() {}

  /** For example {@code an average of ratios, margin 1.05; where ... is at least 1.5}. */
  public static String of(Claim claim) {
    List<String> words = new ArrayList<>(List.of(kind(claim.kind())));
    for (Gate gate : claim.gates()) {
      words.add("where " + gate.quantity() + " is at least " + Digits.three(gate.least()));
    }
    Assay assay = claim.assay();
    if (assay != null) {
      words.add("where it is shown that " + assay.requirement());
    }
    return String.join("; ", words);
  }

  private static String kind(Kind kind) {
    if (kind instanceof Kind.Average average) {
      return "an average of "
          + plural(average.comparison())
          + "; no effect is one "
          + average.comparison().within(average.margin());
    }
    return kind instanceof Kind.Alike alike
        ? "walks alike, by " + plural(alike.comparison())
        : "a law";
  }

  private static String plural(Comparison comparison) {
    return comparison == Comparison.RATIO ? "ratios" : "differences";
  }
}
