package org.sgdwalk.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Shown;
import org.sgdwalk.paper.Claims;

@DisplayName("The colours of arms")
class ArmColorsTest {

  @ParameterizedTest
  @EnumSource(Arm.class)
  void every_arm_has_one(Arm arm) {
    assertThat(ArmColors.of(arm)).isNotNull();
  }

  static Stream<List<Arm>> panels() {
    Stream<List<Arm>> views =
        Claims.all().stream()
            .map(Claim::view)
            .flatMap(view -> view.panels().stream())
            .map(Shown::arms);
    return Stream.concat(
        views,
        Stream.of(
            RolesFigure.BATCHES,
            RolesFigure.RATES,
            CurvesFigure.ARMS,
            List.copyOf(SchedulesFigure.LOOKS.keySet()),
            List.of(Arm.GD_EXTENDED, Arm.SGD_EXTENDED, Arm.NOISE_SMALL, Arm.NOISE_LARGE),
            List.of(Arm.FORK_NOISE_LOW_RATE, Arm.FORK_GD, Arm.FORK_GD_LOW_RATE, Arm.FORK_SGD)));
  }

  @ParameterizedTest
  @MethodSource("panels")
  void no_two_arms_of_a_panel_share_one(List<Arm> arms) {
    assertThat(arms.stream().map(ArmColors::of)).doesNotHaveDuplicates();
  }
}
