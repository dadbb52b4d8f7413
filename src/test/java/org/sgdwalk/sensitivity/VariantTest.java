package org.sgdwalk.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.judge.Scenario;
import org.sgdwalk.spec.BatchNormMode;
import org.sgdwalk.spec.Chunks;
import org.sgdwalk.spec.CrossSectionSpec;
import org.sgdwalk.spec.NoiseStd;
import org.sgdwalk.spec.OptimizerSpec;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

@DisplayName("A variant changes the runs of a cell, and says of which claims")
class VariantTest {
  private static final Cell CELL = Scenario.CELL;

  static Stream<Variant> variants() {
    return Variants.all().stream();
  }

  private static Variant variant(String id) {
    return Variants.named(List.of(id)).get(0);
  }

  private static CrossSectionSpec section(Cell cell, Arm arm) {
    return Objects.requireNonNull(cell.spec(arm, 1).probes().crossSection());
  }

  private static List<String> touched(Variant variant, Cell cell) {
    return Catalog.claims(cell).stream()
        .filter(claim -> variant.touches(cell, claim))
        .map(Claim::id)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void gives_every_cell_of_every_scale_valid_runs_under_an_id_of_its_own(Variant variant) {
    for (Scale scale : Scale.values()) {
      for (Cell cell : Catalog.cells(scale)) {
        Cell varied = variant.of(cell);

        assertThat(varied.id()).isEqualTo(cell.id() + "@" + variant);
        assertThat(varied.arms().keySet()).isEqualTo(cell.arms().keySet());
        assertThat(varied.arms().values())
            .allSatisfy(spec -> assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec));
      }
    }
  }

  @Test
  void has_ids_of_their_own_and_touches_something() {
    assertThat(Variants.all()).extracting(Variant::id).doesNotHaveDuplicates();
    assertThat(Variants.all()).allSatisfy(v -> assertThat(touched(v, CELL)).isNotEmpty());
  }

  @Test
  void changes_what_they_say_and_nothing_else() {
    RunSpec gd = CELL.spec(Arm.GD, 1);

    assertThat(section(variant("points-6").of(CELL), Arm.GD).points()).isEqualTo(6);
    assertThat(section(variant("points-21").of(CELL), Arm.LONG).points()).isEqualTo(21);
    assertThat(section(variant("eval-mode").of(CELL), Arm.GD).batchNorm())
        .isEqualTo(BatchNormMode.EVAL);
    assertThat(section(variant("reshuffled").of(CELL), Arm.LONG).chunks())
        .isEqualTo(Chunks.RESHUFFLED);
    assertThat(variant("chunk-half").of(CELL).spec(Arm.GD, 1))
        .isEqualTo(gd.withData(gd.data().withChunk(125)));
    assertThat(variant("chunk-double").of(CELL).spec(Arm.GD, 1))
        .isEqualTo(gd.withData(gd.data().withChunk(500)));
    assertThat(variant("float64").of(CELL).spec(Arm.GD, 1))
        .isEqualTo(gd.withPrecision(Precision.FLOAT64));
    assertThat(variant("seeds-101").of(CELL).spec(Arm.GD, 1)).isEqualTo(gd);
  }

  @Test
  void has_the_authors_updates_in_every_phase_and_leaves_sgd_alone() {
    Cell summed = variant("gd-rate-9").of(CELL);
    Cell variance = variant("noise-variance").of(CELL);
    for (Arm arm : List.of(Arm.GD, Arm.NOISE_LARGE, Arm.FORK_NOISE_LOW_RATE, Arm.FORK_SGD)) {
      for (int phase = 0; phase < CELL.spec(arm, 1).phases().size(); phase++) {
        OptimizerSpec own = CELL.spec(arm, 1).phases().get(phase).optimizer();

        assertThat(summed.spec(arm, 1).phases().get(phase).optimizer().learningRate())
            .isEqualTo(
                own instanceof OptimizerSpec.Sgd ? own.learningRate() : 9 * own.learningRate());
        if (own instanceof OptimizerSpec.GdNoise noise) {
          assertThat(variance.spec(arm, 1).phases().get(phase).optimizer())
              .isEqualTo(noise.withNoiseStd(NoiseStd.VARIANCE));
        }
      }
    }
    assertThat(touched(variant("gd-rate-9"), CELL))
        .contains("T1", "T2a", "N1", "N5")
        .doesNotContain("T4", "R1", "N7a");
    assertThat(touched(variant("noise-variance"), CELL))
        .containsExactlyInAnyOrder("N1", "N2", "N3a", "N3b", "N4a", "N4c", "N5");
  }

  @Test
  void has_all_that_the_authors_code_does_in_one() {
    Cell all = variant("authors-code").of(CELL);

    assertThat(all.spec(Arm.GD, 1).optimizer().learningRate())
        .isEqualTo(9 * CELL.spec(Arm.GD, 1).optimizer().learningRate());
    assertThat(section(all, Arm.GD).chunks()).isEqualTo(Chunks.RESHUFFLED);
    assertThat(all.spec(Arm.NOISE_SMALL, 1).optimizer())
        .isInstanceOfSatisfying(
            OptimizerSpec.GdNoise.class,
            noise -> assertThat(noise.noiseStd()).isEqualTo(NoiseStd.VARIANCE));
  }

  @Test
  void touches_only_claims_about_cross_sections_where_only_those_change() {
    for (String id : List.of("points-6", "points-21", "eval-mode", "reshuffled")) {
      assertThat(touched(variant(id), CELL))
          .contains("T1", "T4", "T8", "R4")
          .doesNotContain("N1", "N5", "N7a");
    }
    assertThat(variant("points-6").touches(CELL, Arm.LONG_SCALED)).isFalse();
  }

  @Test
  void touches_every_claim_of_a_network_with_other_chunks_numbers_or_seeds() {
    for (String id : List.of("chunk-half", "chunk-double", "float64", "seeds-101")) {
      assertThat(touched(variant(id), CELL)).hasSameSizeAs(Catalog.claims(CELL));
    }
  }

  @Test
  void leaves_quadratics_to_other_seeds() {
    Cell quadratic =
        Catalog.cells(Scale.CI).stream()
            .filter(cell -> cell.has(Set.of(Arm.UNSTABLE)))
            .findFirst()
            .orElseThrow();

    assertThat(Variants.all())
        .filteredOn(variant -> variant.touches(quadratic, Arm.UNSTABLE))
        .extracting(Variant::id)
        .containsExactly("seeds-101");
  }
}
