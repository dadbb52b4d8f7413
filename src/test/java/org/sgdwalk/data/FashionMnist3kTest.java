package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The packaged set fashion-mnist-3k")
class FashionMnist3kTest {
  private static final Path FOLDER = Path.of("fixtures/data/fashion-mnist-3k");

  @ParameterizedTest
  @EnumSource(Split.class)
  void has_as_many_images_of_every_class(Split split) {
    ImageSet set = new DataCatalog(null).load("fashion-mnist-3k", split).images();
    int[] perClass = new int[set.classes()];
    for (int i = 0; i < set.count(); i++) {
      perClass[set.label(i)]++;
    }
    assertThat(perClass).containsOnly(FixtureRule.ALL.get(0).perClass(split));
    assertThat(set.pixelsPerExample()).isEqualTo(28 * 28);
  }

  @ParameterizedTest
  @EnumSource(Split.class)
  void has_the_sums_that_its_readme_states_in_the_checkout_and_on_the_class_path(Split split)
      throws IOException {
    String readme = Files.readString(FOLDER.resolve("README.md"));
    Map<String, String> packaged = new DataCatalog(null).load("fashion-mnist-3k", split).sha256();
    assertThat(packaged).hasSize(2);
    packaged.forEach(
        (file, sum) -> {
          assertThat(DataFile.at(FOLDER.resolve(file)).sha256()).isEqualTo(sum);
          assertThat(readme).contains(sum + "  " + file + "\n");
        });
  }
}
