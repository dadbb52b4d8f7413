package org.sgdwalk.claim;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A claim of the paper: a function from the traces of a seed to what the seed says, and how seeds
 * are judged.
 *
 * @param card what it states
 * @param kind what it says of seeds
 * @param compared the arms whose traces it compares, at least one
 * @param observation judges one seed whose runs are all complete
 * @param gates what a cell must be like
 * @param assay what must be shown first, or null for nothing
 * @param divergesAsClaimed arms whose divergence is what the claim says, at its worst
 * @param view how a figure shows its statistic
 */
public record Claim(
    ClaimCard card,
    Kind kind,
    Set<Arm> compared,
    Function<SeedTraces, Observation> observation,
    List<Gate> gates,
    @Nullable Assay assay,
    Set<Arm> divergesAsClaimed,
    View view) {
  /** Copies arms and gates. */
  public Claim {
    compared = Collections.unmodifiableSet(EnumSet.copyOf(compared));
    gates = List.copyOf(gates);
    divergesAsClaimed = Set.copyOf(divergesAsClaimed);
  }

  /**
   * A property of nearly every walk.
   *
   * @param criterion where a seed's statistic meets the criterion, or no longer does
   */
  public static Claim law(
      ClaimCard card,
      double criterion,
      Set<Arm> compared,
      Function<SeedTraces, Observation> observation) {
    return law(card, new Kind.Law(List.of(criterion)), compared, observation);
  }

  /** A property of nearly every walk that no value of its statistic alone tells. */
  public static Claim law(
      ClaimCard card, Set<Arm> compared, Function<SeedTraces, Observation> observation) {
    return law(card, new Kind.Law(List.of()), compared, observation);
  }

  private static Claim law(
      ClaimCard card,
      Kind.Law law,
      Set<Arm> compared,
      Function<SeedTraces, Observation> observation) {
    return new Claim(card, law, compared, observation, List.of(), null, Set.of(), View.NONE);
  }

  /** What walks do on average; a seed lies on the claimed side where its effect does. */
  public static Claim average(
      ClaimCard card,
      Kind.Average average,
      Set<Arm> compared,
      Function<SeedTraces, Effect> effect) {
    return new Claim(
        card,
        average,
        compared,
        traces -> {
          Effect of = effect.apply(traces);
          return new Observation(of.value(), of.value() > average.criterion(), of.note());
        },
        List.of(),
        null,
        Set.of(),
        View.NONE);
  }

  /**
   * That walks are alike on average; a seed is as claimed where its effect is within the margin.
   */
  public static Claim alike(
      ClaimCard card, Kind.Alike alike, Set<Arm> compared, Function<SeedTraces, Effect> effect) {
    Comparison comparison = alike.comparison();
    return new Claim(
        card,
        alike,
        compared,
        traces -> {
          Effect of = effect.apply(traces);
          boolean within =
              Math.abs(comparison.centred(of.value())) <= comparison.centred(alike.margin());
          return new Observation(of.value(), within, of.note());
        },
        List.of(),
        null,
        Set.of(),
        View.NONE);
  }

  /** The same, in cells alone that are as a gate says. */
  public Claim where(Gate gate) {
    return new Claim(
        card,
        kind,
        compared,
        observation,
        Stream.concat(gates.stream(), Stream.of(gate)).toList(),
        assay,
        divergesAsClaimed,
        view);
  }

  /** The same, where an effect has been shown first. */
  public Claim assayedBy(Assay newAssay) {
    return new Claim(card, kind, compared, observation, gates, newAssay, divergesAsClaimed, view);
  }

  /** The same, where divergence of these arms alone counts for the claim. */
  public Claim divergingAsClaimed(Set<Arm> diverging) {
    return new Claim(card, kind, compared, observation, gates, assay, diverging, view);
  }

  /** The same, with what a figure shows of its statistic. */
  public Claim shownBy(View newView) {
    return new Claim(card, kind, compared, observation, gates, assay, divergesAsClaimed, newView);
  }

  /** Where a seed's statistic crosses from one side of the criterion to the other. */
  public List<Double> lines() {
    return kind.lines();
  }

  /** The id, for example {@code T1}. */
  public String id() {
    return card.id();
  }

  /** All arms whose traces a judgement needs, in their order. */
  public Set<Arm> arms() {
    Set<Arm> arms = EnumSet.copyOf(compared);
    gates.stream().map(Gate::arms).forEach(arms::addAll);
    if (assay != null) {
      arms.addAll(assay.arms());
    }
    return Collections.unmodifiableSet(arms);
  }

  /** Judges one seed whose runs are all complete. */
  public Observation observe(SeedTraces traces) {
    return observation.apply(traces);
  }

  /** Whether a seed in which just these arms diverged shows what the claim says. */
  public boolean isClaimed(Collection<Arm> diverged) {
    return divergesAsClaimed.containsAll(diverged);
  }

  @Override
  public String toString() {
    return card.id();
  }
}
