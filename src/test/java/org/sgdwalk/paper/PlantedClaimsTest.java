package org.sgdwalk.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Outcome;
import org.sgdwalk.claim.Scenario;
import org.sgdwalk.claim.Verdict;

@DisplayName("Every claim can hold and can fail")
class PlantedClaimsTest {

  @Test
  void has_plants_for_every_claim_of_the_catalog() {
    assertThat(Plants.all().keySet())
        .containsExactlyInAnyOrderElementsOf(Claims.all().stream().map(Claim::id).toList());
    assertThat(Plants.all().values())
        .allSatisfy(
            plant -> {
              assertThat(plant.confirmations()).isNotEmpty();
              assertThat(plant.violations()).isNotEmpty();
            });
  }

  static Stream<Arguments> confirmations() {
    return Claims.all().stream().flatMap(claim -> each(claim, plant(claim).confirmations()));
  }

  static Stream<Arguments> violations() {
    return Claims.all().stream().flatMap(claim -> each(claim, plant(claim).violations()));
  }

  @ParameterizedTest(name = "{0}, confirmation {1}")
  @MethodSource("confirmations")
  void supports_a_planted_confirmation(String id, int number, Claim claim, Scenario planted) {
    Verdict verdict = planted.judge(claim);

    assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.SUPPORTED);
    assertThat(verdict.claim().id()).isEqualTo(id);
    assertThat(number).isPositive();
  }

  @ParameterizedTest(name = "{0}, violation {1}")
  @MethodSource("violations")
  void refutes_a_planted_violation(String id, int number, Claim claim, Scenario planted) {
    Verdict verdict = planted.judge(claim);

    assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.REFUTED);
    assertThat(verdict.claim().id()).isEqualTo(id);
    assertThat(number).isPositive();
  }

  private static Plants.Plant plant(Claim claim) {
    return Objects.requireNonNull(Plants.all().get(claim.id()), claim.id());
  }

  private static Stream<Arguments> each(Claim claim, List<Scenario> scenarios) {
    return Stream.iterate(0, k -> k < scenarios.size(), k -> k + 1)
        .map(k -> arguments(claim.id(), k + 1, claim, scenarios.get(k)));
  }
}
