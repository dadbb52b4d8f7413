package org.sgdwalk.claim;

import java.util.List;

/**
 * What a claim states and how it is judged, declared before any run.
 *
 * @param id id in the list of claims, for example {@code T1}
 * @param section section of the paper
 * @param sentence the claim in a sentence
 * @param figures figures and tables of the paper that show it
 * @param statistic the effect: what the number of a seed is
 * @param criterion when the claim holds for a seed
 * @param reason why the threshold is where it is
 * @param finding what the paper found, in a sentence, with its values where they are known
 * @param laterEvidence what later work says; shown beside the verdict, never part of it; empty for
 *     none
 */
public record ClaimCard(
    String id,
    Section section,
    String sentence,
    List<String> figures,
    String statistic,
    String criterion,
    String reason,
    String finding,
    String laterEvidence) {
  /** Copies the list. */
  public ClaimCard {
    figures = List.copyOf(figures);
  }

  /**
   * Begins a card, which is written in this order: statistic, criterion, because, found, laterWork.
   */
  public static Stated of(String id, Section section, String sentence, List<String> figures) {
    return statistic ->
        criterion ->
            reason ->
                finding ->
                    laterEvidence ->
                        new ClaimCard(
                            id,
                            section,
                            sentence,
                            figures,
                            statistic,
                            criterion,
                            reason,
                            finding,
                            laterEvidence);
  }

  /** A card that says what the claim is. */
  public interface Stated {
    /** What the number of a seed is. */
    Measured statistic(String statistic);
  }

  /** A card that says what is measured. */
  public interface Measured {
    /** When the claim holds for a seed. */
    Decided criterion(String criterion);
  }

  /** A card that says when the claim holds. */
  public interface Decided {
    /** Why the threshold is where it is. */
    Reasoned because(String reason);
  }

  /** A card that gives its reason. */
  public interface Reasoned {
    /** What the paper found. */
    Found found(String finding);
  }

  /** A card that says what the paper found. */
  public interface Found {
    /** What later work says; empty for none. */
    ClaimCard laterWork(String laterEvidence);
  }
}
