package org.sgdwalk.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

/**
 * JSON form of a {@link RunSpec}. Reading is strict: what is not understood is an error that names
 * the key.
 */
public final class SpecJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          // Which the feature above does not cover: a number is no text and no enum constant.
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Enum,
              config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Some editors begin a file with it; it says nothing. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SpecJson() {}

  /** The mapper, for files that embed a spec. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** The JSON form, every default written out. */
  public static String write(RunSpec spec) {
    try {
      return MAPPER.writeValueAsString(spec);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a spec has a JSON form", e);
    }
  }

  /**
   * Reads a spec.
   *
   * @throws SpecException for anything but a well-formed and possible run; one line that names the
   *     key
   */
  public static RunSpec read(String json) {
    return read(json, RunSpec.class, "the spec");
  }

  /**
   * Reads a record as strictly as a spec: no key that is unknown, none twice, no null.
   *
   * @param type the record, or a family of records that the key {@code kind} tells apart
   * @param what the whole, for an error, for example {@code the spec}
   * @throws SpecException for anything else; one line that names the key
   */
  public static <T> T read(String json, Class<T> type, String what) {
    JsonNode tree = tree(json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json);
    if (!tree.isObject()) {
      throw new SpecException(
          what
              + " must be a JSON object, got "
              + (tree.isMissingNode() ? "nothing" : SpecProblem.shown(tree)));
    }
    UnknownKeys.requireNone(tree, type);
    SpecProblem.requireNoNull(tree, "");
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new SpecProblem(tree).explain(e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw SpecProblem.notJson(e);
    }
  }
}
