package org.sgdwalk.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;

@DisplayName("docs/spec.schema.json")
class SpecSchemaTest {
  private static final Path FILE = Path.of("docs", "spec.schema.json");
  private static final Map<Type, String> PRIMITIVES =
      Map.of(
          int.class, "integer",
          Integer.class, "integer",
          long.class, "integer",
          Long.class, "integer",
          double.class, "number",
          Double.class, "number",
          boolean.class, "boolean",
          Boolean.class, "boolean",
          String.class, "string");

  private static final JsonNode TREE = tree();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TREE);

  /** Records whose keys were compared. */
  private final Set<String> seen = new TreeSet<>();

  private static JsonNode tree() {
    try {
      return new ObjectMapper().readTree(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void has_the_keys_and_types_of_the_records_that_read_a_spec() {
    requireSame(TREE, RunSpec.class, "spec");
    assertThat(seen)
        .contains("RunSpec", "Mlp", "Quadratic", "GdNoise", "Trapezoid", "SharpnessSpec")
        .hasSizeGreaterThan(20);
  }

  private void requireSame(JsonNode node, Type type, String where) {
    JsonNode schema = node.has("$ref") ? TREE.at(node.get("$ref").asText().substring(1)) : node;
    if (PRIMITIVES.containsKey(type)) {
      assertThat(schema.path("type").asText()).as(where).isEqualTo(PRIMITIVES.get(type));
    } else if (type instanceof ParameterizedType list) {
      assertThat(schema.path("type").asText()).as(where).isEqualTo("array");
      requireSame(schema.get("items"), list.getActualTypeArguments()[0], where + "[]");
    } else if (type instanceof Class<?> one && one.isEnum()) {
      assertThat(texts(schema.get("enum"))).as(where).isEqualTo(constants(one));
    } else if (type instanceof Class<?> family && family.isAnnotationPresent(JsonSubTypes.class)) {
      requireSameKinds(schema, family.getAnnotation(JsonSubTypes.class), where);
    } else if (type instanceof Class<?> one && one.isRecord()) {
      requireSameKeys(schema, one, Set.of(), where);
    } else {
      assertThat(type).as(where).isEqualTo(ClassSelection.class);
      assertThat(schema.get("oneOf")).hasSize(2);
    }
  }

  private void requireSameKinds(JsonNode schema, JsonSubTypes family, String where) {
    assertThat(schema.get("oneOf")).as(where).hasSize(family.value().length);
    for (int i = 0; i < family.value().length; i++) {
      JsonNode branch = schema.get("oneOf").get(i);
      JsonSubTypes.Type kind = family.value()[i];
      assertThat(branch.at("/properties/kind/const").asText()).isEqualTo(kind.name());
      requireSameKeys(branch, kind.value(), Set.of("kind"), where + "." + kind.name());
    }
  }

  private void requireSameKeys(JsonNode schema, Class<?> type, Set<String> more, String where) {
    seen.add(type.getSimpleName());
    List<Parameter> keys =
        creator(type).map(Executable::getParameters).map(List::of).orElse(List.of());
    Set<String> names = new LinkedHashSet<>(more);
    Set<String> required = new LinkedHashSet<>(more);
    for (Parameter key : keys) {
      JsonProperty property = key.getAnnotation(JsonProperty.class);
      names.add(property.value());
      if (property.required()) {
        required.add(property.value());
      }
      requireSame(
          schema.path("properties").path(property.value()),
          key.getParameterizedType(),
          where + "." + property.value());
    }
    Set<String> described = new LinkedHashSet<>();
    schema.get("properties").fieldNames().forEachRemaining(described::add);
    assertThat(described).as(where).isEqualTo(names);
    assertThat(texts(schema.path("required"))).as(where).isEqualTo(required);
    assertThat(schema.path("additionalProperties").asBoolean(true)).as(where).isFalse();
  }

  private static Optional<Executable> creator(Class<?> type) {
    return Stream.<Executable>concat(
            Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
        .filter(made -> made.isAnnotationPresent(JsonCreator.class))
        .findFirst();
  }

  private static Set<String> constants(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(field -> field.isAnnotationPresent(JsonProperty.class))
        .map(field -> field.getAnnotation(JsonProperty.class).value())
        .collect(Collectors.toSet());
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  static Stream<Path> specs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("fixtures", "specs"))) {
      return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void takes_the_specs_to_start_from(Path spec) throws IOException {
    assertThat(SCHEMA.validate(new ObjectMapper().readTree(Files.readString(spec)))).isEmpty();
  }

  @Test
  void takes_the_runs_of_every_cell_with_their_defaults_written_out() throws IOException {
    int runs = 0;
    for (Scale scale : Scale.values()) {
      for (Cell cell : Catalog.allCells(scale)) {
        for (RunSpec spec : cell.arms().values()) {
          String json = SpecJson.write(spec);
          assertThat(SCHEMA.validate(new ObjectMapper().readTree(json))).as(json).isEmpty();
          runs++;
        }
      }
    }
    assertThat(runs).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"seed\": 1|\"sed\": 1",
        "\"batch\": 50|\"batchsize\": 50",
        "\"kind\": \"sgd\"|\"kind\": \"adam\"",
        "\"seed\": 1|\"seed\": \"one\"",
        "\"train\": 1000, |",
        "\"steps\": 60|\"steps\": 60, \"epochs\": 1"
      })
  void refuses_what_the_program_refuses(String change) throws IOException {
    String right = Files.readString(Path.of("fixtures", "specs", "ci-sgd.json"));
    String[] words = change.split("\\|", -1);
    String wrong = right.replace(words[0], words[1]);
    assertThat(wrong).isNotEqualTo(right);
    assertThat(SCHEMA.validate(new ObjectMapper().readTree(wrong))).isNotEmpty();
    assertThatThrownBy(() -> SpecJson.read(wrong)).isInstanceOf(SpecException.class);
  }
}
