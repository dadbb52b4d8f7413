package org.sgdwalk.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Comparison;
import org.sgdwalk.claim.Gate;
import org.sgdwalk.claim.Kind;
import org.sgdwalk.claim.SyntheticWalk;
import org.sgdwalk.judge.Outcome;
import org.sgdwalk.judge.Scenario;
import org.sgdwalk.judge.Verdict;

@DisplayName("Every claim ends in each word that it can end in")
class PlantedClaimsTest {

  @Test
  void has_a_plant_or_a_dial_for_every_claim() {
    List<String> planted = new ArrayList<>(Plants.all().keySet());
    planted.addAll(Dials.all().keySet());

    assertThat(planted)
        .containsExactlyInAnyOrderElementsOf(Claims.all().stream().map(Claim::id).toList());
  }

  static Stream<Arguments> planted() {
    return Claims.all().stream()
        .flatMap(claim -> Stream.concat(decided(claim), notTestable(claim)));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("planted")
  void ends_as_planted(Claim claim, Outcome word, int number, List<Scenario> inTurn) {
    Verdict verdict = Scenario.judge(claim, inTurn);

    assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(word);
    assertThat(verdict.further()).isZero();
    assertThat(number).isPositive();
  }

  static Stream<Claim> dialled() {
    return Claims.all().stream().filter(claim -> claim.kind() instanceof Kind.Average);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialled")
  void reads_the_effect_that_was_dialled(Claim claim) {
    Kind.Average average = (Kind.Average) claim.kind();
    boolean ranks = List.of("T10c", "H2", "N7b").contains(claim.id());
    double effect = average.comparison() == Comparison.RATIO ? 1.25 : ranks ? 0.6 : 0.25;

    assertThat(dial(claim).apply(effect).observe(claim).effect()).isCloseTo(effect, within(1e-9));
  }

  private static Stream<Arguments> decided(Claim claim) {
    if (claim.kind() instanceof Kind.Law) {
      return ofLaw(claim);
    }
    return claim.kind() instanceof Kind.Average average
        ? ofAverage(claim, average)
        : ofAlike(claim, (Kind.Alike) claim.kind());
  }

  private static Stream<Arguments> ofLaw(Claim claim) {
    Plants.Plant plant = Objects.requireNonNull(Plants.all().get(claim.id()), claim.id());
    Scenario holds = plant.confirmations().get(0);
    Scenario fails = plant.violations().get(0);
    return Stream.of(
            each(claim, Outcome.SUPPORTED, plant.confirmations()),
            each(claim, Outcome.NOT_MET, plant.violations()),
            Stream.of(
                arguments(claim, Outcome.INCONCLUSIVE, 1, List.of(holds, holds, holds, fails))))
        .flatMap(words -> words);
  }

  private static Stream<Arguments> each(Claim claim, Outcome word, List<Scenario> scenarios) {
    return Stream.iterate(0, k -> k < scenarios.size(), k -> k + 1)
        .map(k -> arguments(claim, word, k + 1, List.of(scenarios.get(k))));
  }

  private static Stream<Arguments> ofAverage(Claim claim, Kind.Average average) {
    Comparison comparison = average.comparison();
    double criterion = comparison.centred(average.criterion());
    double far = 3 * comparison.centred(average.margin());
    List<Arguments> words =
        new ArrayList<>(
            List.of(
                word(claim, Outcome.SUPPORTED, criterion + far),
                word(claim, Outcome.OPPOSITE, -far),
                word(claim, Outcome.NO_EFFECT, 0),
                word(claim, Outcome.INCONCLUSIVE, criterion + far, -criterion - far)));
    if (criterion > 0) {
      words.add(word(claim, Outcome.WEAKER, criterion / 2));
    }
    return words.stream();
  }

  private static Stream<Arguments> ofAlike(Claim claim, Kind.Alike alike) {
    double far = 3 * alike.comparison().centred(alike.margin());
    return Stream.of(
        word(claim, Outcome.SUPPORTED, 0),
        word(claim, Outcome.OPPOSITE, far),
        word(claim, Outcome.OPPOSITE, -far),
        word(claim, Outcome.INCONCLUSIVE, far, -far));
  }

  /** Seeds with these effects in turn, on the scale on which they are tested. */
  private static Arguments word(Claim claim, Outcome word, double... centred) {
    boolean ratio =
        claim.kind() instanceof Kind.Average average && average.comparison() == Comparison.RATIO;
    List<Scenario> inTurn = new ArrayList<>();
    for (double effect : centred) {
      inTurn.add(dial(claim).apply(ratio ? Math.exp(effect) : effect));
    }
    return arguments(claim, word, centred.length, inTurn);
  }

  private static DoubleFunction<Scenario> dial(Claim claim) {
    return Objects.requireNonNull(Dials.all().get(claim.id()), claim.id());
  }

  /** In a cell that cannot show it, one for each reason. */
  private static Stream<Arguments> notTestable(Claim claim) {
    List<Scenario> shut = new ArrayList<>();
    claim.gates().forEach(gate -> shut.add(shut(gate)));
    boolean ofEvents = claim.id().equals("T9") || claim.id().equals("T8b");
    if (claim.assay() != null || ofEvents) {
      shut.add((arm, walk) -> {});
    }
    return each(claim, Outcome.NOT_TESTABLE, shut);
  }

  private static Scenario shut(Gate gate) {
    if (gate.equals(Requirements.GD_AT_THE_EDGE)) {
      return (arm, walk) -> walk.lambdaMax(epoch -> 14);
    }
    if (gate.equals(Requirements.UNFITTED)) {
      return (arm, walk) -> walk.trainAccuracy(1);
    }
    if (gate.equals(Requirements.IN_VALLEYS)) {
      return (arm, walk) -> walk.section((step, epoch) -> SyntheticWalk.slope());
    }
    return gate.equals(Requirements.NOISE_SATURATED)
        ? (arm, walk) -> walk.trainLoss(step -> 1.0 / (1 + step))
        : (arm, walk) -> walk.valAccuracy(epoch -> 0.1);
  }
}
