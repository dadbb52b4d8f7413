package org.sgdwalk.sensitivity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.paper.BarrierCount;

/**
 * The verdicts of a cell as its claims are judged, and under variants. Says what depends on a
 * choice; changes no verdict.
 *
 * @param cell the cell
 * @param reference the verdicts that count, in the order of claims
 * @param barriers barriers of the long runs of the reference, empty without any
 * @param variants the same under each variant, in the order of tables
 */
public record Sensitivity(
    Cell cell, List<Verdict> reference, List<BarrierCount> barriers, List<Varied> variants) {
  /** Copies the lists. */
  public Sensitivity {
    reference = List.copyOf(reference);
    barriers = List.copyOf(barriers);
    variants = List.copyOf(variants);
  }

  /**
   * A variant and what it gives.
   *
   * @param variant the variant
   * @param verdicts by id, of the claims that it touches
   * @param barriers barriers of the long runs, empty where they are as in the reference
   */
  public record Varied(
      Variant variant, Map<String, Verdict> verdicts, List<BarrierCount> barriers) {
    /** Copies map and list. */
    public Varied {
      verdicts = Map.copyOf(verdicts);
      barriers = List.copyOf(barriers);
    }

    /** The verdict of a claim; empty where the variant changes none of its runs. */
    public Optional<Verdict> verdict(String claim) {
      return Optional.ofNullable(verdicts.get(claim));
    }
  }
}
