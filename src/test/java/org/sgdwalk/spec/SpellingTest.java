package org.sgdwalk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sgdwalk.claim.Scale;

@DisplayName("Errors spell a value as a spec does")
class SpellingTest {
  /** Of every enumeration of the package but the scale, which is no part of a spec. */
  static Stream<Enum<?>> constants() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(RunSpec.class.getPackageName())
            .stream()
            .filter(found -> found.isEnum() && !found.isEquivalentTo(Scale.class))
            .flatMap(found -> Stream.of(found.reflect().getEnumConstants()))
            .map(constant -> (Enum<?>) constant);
  }

  @ParameterizedTest
  @MethodSource("constants")
  void a_constant_reads_back_as_it_is_said(Enum<?> constant) throws JsonProcessingException {
    String said = Spelling.of(constant);

    assertThat(SpecJson.mapper().readValue('"' + said + '"', constant.getDeclaringClass()))
        .isEqualTo(constant);
    assertThat(Spelling.all(constant.getDeclaringClass())).contains(said);
  }

  @Test
  void a_part_is_json_and_nothing_is_nothing() {
    assertThat(Spelling.of(new CovarianceSpec(20))).isEqualTo("{\"directions\":20}");
    assertThat(Spelling.of(null)).isEqualTo("nothing");
    assertThat(Spelling.of(0.1)).isEqualTo("0.1");
    assertThat(Spelling.of(List.of(1, 2))).isEqualTo("[1, 2]");
  }

  @Test
  void a_wrong_value_is_told_the_right_ones() {
    String spec =
        """
        { "network": {"kind": "mlp", "hidden": [8], "batchNorm": true},
          "data": {"name": "mnist", "train": 60, "validation": 40, "augmentation": "Crop-Flip"},
          "optimizer": {"kind": "gd-noise", "learningRate": 0.1, "factor": 1, "varianceBatch": 2},
          "length": {"steps": 4}, "seed": 1 }
        """;
    assertThatThrownBy(() -> SpecJson.read(spec))
        .hasMessage("data.augmentation: must be one of crop-flip, got \"Crop-Flip\"");
    assertThatThrownBy(() -> SpecJson.read(spec.replace("Crop-Flip", "crop-flip")))
        .hasMessageStartingWith("data.augmentation: must be left out with optimizer.kind gd-noise")
        .hasMessageEndingWith(", got crop-flip");
  }
}
