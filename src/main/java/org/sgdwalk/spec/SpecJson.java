package org.sgdwalk.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

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
    try {
      RunSpec spec = MAPPER.readValue(json, RunSpec.class);
      if (spec == null) {
        throw new SpecException("the spec is null; it must be a JSON object");
      }
      return spec;
    } catch (JsonProcessingException e) {
      throw explain(e);
    }
  }

  private static SpecException explain(JsonProcessingException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SpecException known) {
        return known;
      }
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new SpecException(path(unknown) + ": unknown key; known here: " + known(unknown));
    }
    if (e instanceof InvalidTypeIdException kind) {
      String id = kind.getTypeId();
      return new SpecException(
          path(kind)
              + ".kind: "
              + (id == null ? "missing" : "unknown kind '" + id + "'")
              + "; "
              + kinds(kind));
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return new SpecException(path(mapping) + ": " + firstLine(mapping));
    }
    return new SpecException(firstLine(e) + where(e));
  }

  private static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds() == null
        ? "none"
        : e.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private static String kinds(InvalidTypeIdException e) {
    String text = firstLine(e);
    int at = text.indexOf("known type ids = ");
    return at < 0 ? text : "known: " + text.substring(at + "known type ids = ".length());
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static String firstLine(JsonProcessingException e) {
    return Objects.requireNonNullElse(e.getOriginalMessage(), "not JSON")
        .lines()
        .findFirst()
        .orElse("");
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    List<JsonMappingException.Reference> parts = e.getPath();
    for (JsonMappingException.Reference part : parts) {
      if (part.getFieldName() == null) {
        path.append('[').append(part.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
      }
    }
    return path.isEmpty() ? "spec" : path.toString();
  }
}
