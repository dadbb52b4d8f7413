package org.sgdwalk.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

class ExampleSpecsTest {
  private static final Path FOLDER = Path.of("fixtures", "specs");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ci-gd",
        "ci-sgd",
        "ci-vgg11-gd",
        "ci-resnet8-sgd",
        "paper-gd",
        "paper-sgd",
        "cifar10-mlp",
        "cifar10-vgg11",
        "cifar10-resnet20",
        "quadratic"
      })
  void is_read(String name) throws IOException {
    assertThat(read(name).seed()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ci-gd, mlp/fashion-mnist-3k, GD",
    "ci-sgd, mlp/fashion-mnist-3k, SGD",
    "ci-vgg11-gd, vgg11-250/fashion-mnist-3k, GD",
    "ci-resnet8-sgd, resnet8/fashion-mnist-3k, SGD",
    "quadratic, quadratic, UNDER_DAMPED"
  })
  void is_an_arm_of_a_ci_cell(String name, String id, Arm arm) throws IOException {
    Cell cell =
        Catalog.allCells(Scale.CI).stream()
            .filter(c -> c.id().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(read(name)).isEqualTo(cell.spec(arm, 1));
  }

  @Test
  void reads_the_example_of_the_documentation() throws IOException {
    String doc = Files.readString(Path.of("docs", "spec.md"));
    String json =
        doc.substring(doc.indexOf("```json") + 7, doc.indexOf("```", doc.indexOf("```json") + 7));
    assertThat(SpecJson.read(json).updates()).isEqualTo(60);
  }

  private static RunSpec read(String name) throws IOException {
    return SpecJson.read(Files.readString(FOLDER.resolve(name + ".json")));
  }
}
