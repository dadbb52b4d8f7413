package org.sgdwalk.words;

import java.util.stream.Collectors;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.trace.Trace;

/** Parts of titles. */
public final class Titles {
  private Titles() {}

  /** Cell, scale and seed. */
  public static String where(SeedTraces seed) {
    return seed.cell().id() + ", scale " + seed.cell().scale().key() + ", seed " + seed.seed();
  }

  /** A claim's sentence, or as many of its words as have so many characters. */
  public static String brief(Claim claim, int most) {
    String sentence = claim.card().sentence();
    return sentence.length() > most
        ? sentence.substring(0, sentence.lastIndexOf(' ', most)) + " ..."
        : sentence;
  }

  /** The paper's figures that show a claim, for example {@code figure 2, table 1}. */
  public static String figures(ClaimCard claim) {
    return claim.figures().stream()
        .map(name -> Character.isDigit(name.charAt(0)) ? "figure " + name : name)
        .collect(Collectors.joining(", "));
  }

  /** Network, data and seed of one run. */
  public static String run(Trace trace) {
    RunSpec spec = trace.manifest().spec();
    return Treatment.network(spec.network())
        + ", "
        + Treatment.data(spec.data())
        + ", seed "
        + spec.seed();
  }
}
