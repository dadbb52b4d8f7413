package org.sgdwalk.claim;

import java.util.List;

/**
 * What a claim states and how it is judged, declared before any run.
 *
 * @param id id in the list of claims, for example {@code T1}
 * @param sentence the claim in a sentence
 * @param section section of the paper
 * @param figures figures and tables of the paper that show it
 * @param statistic the effect: what the number of a seed is
 * @param criterion when the claim holds for a seed
 * @param reason why the threshold is where it is
 * @param laterEvidence what later work says; shown beside the verdict, never part of it
 */
public record ClaimCard(
    String id,
    String sentence,
    String section,
    List<String> figures,
    String statistic,
    String criterion,
    String reason,
    String laterEvidence) {
  /** Copies the list. */
  public ClaimCard {
    figures = List.copyOf(figures);
  }
}
