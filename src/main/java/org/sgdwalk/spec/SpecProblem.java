package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a spec in one line that names the key. Jackson's own messages name Java
 * classes and its settings, which tell the author of a spec nothing.
 */
final class SpecProblem {
  private final JsonNode spec;

  /** Problems of a spec that is JSON. */
  SpecProblem(JsonNode spec) {
    this.spec = spec;
  }

  /** A text that is no JSON. */
  static SpecException notJson(JsonProcessingException e) {
    String message = firstLine(e);
    String what =
        message.startsWith("Trailing token")
            ? "there is more after the end of the object"
            : message.replaceFirst(": enable `.*", " is no JSON number");
    JsonLocation at = e.getLocation();
    String where =
        at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    return new SpecException(key(e) + what + where);
  }

  /** The key at which the parser stood, where it was at one. */
  private static String key(JsonProcessingException e) {
    if (e instanceof StreamReadException read && read.getProcessor() != null) {
      String pointer = read.getProcessor().getParsingContext().pathAsPointer().toString();
      return pointer.isEmpty() ? "not JSON: " : pointer.substring(1).replace('/', '.') + ": ";
    }
    return "not JSON: ";
  }

  /** JSON that is no spec. */
  SpecException explain(JsonProcessingException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SpecException known) {
        return inItsPhase(known, e);
      }
    }
    if (e instanceof InvalidTypeIdException kind && kind.getPath().isEmpty()) {
      JsonNode said = spec.path("kind");
      return new SpecException(
          "kind: "
              + (said.isMissingNode() ? "missing; it must be" : "must be")
              + " one of "
              + kinds(kind.getBaseType())
              + (said.isMissingNode() ? "" : ", got " + shown(said)));
    }
    return e instanceof JsonMappingException mapping
        ? new SpecException(path(mapping.getPath()) + ": " + problem(mapping))
        : new SpecException(firstLine(e));
  }

  /** A part checks itself without knowing in which phase it stands; the path to it does. */
  private static SpecException inItsPhase(SpecException known, JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping
        && mapping.getPath().size() > 1
        && "then".equals(mapping.getPath().get(0).getFieldName())) {
      return new SpecException(path(mapping.getPath().subList(0, 2)) + "." + known.getMessage());
    }
    return known;
  }

  private String problem(JsonMappingException e) {
    JsonNode found = found(e.getPath());
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key; known here: " + known(unknown.getKnownPropertyIds());
    }
    if (found.isMissingNode()) {
      return "missing; it has no default";
    }
    if (e.getCause() instanceof InputCoercionException || isOutOfRange(e)) {
      return "must be a whole number, at most 2147483647 (seeds: 9223372036854775807), got "
          + shown(found);
    }
    if (e instanceof InvalidTypeIdException kind) {
      return "must be an object whose kind is one of "
          + kinds(kind.getBaseType())
          + ", got "
          + shown(found);
    }
    if (e instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null) {
      return "must be " + noun(mismatched.getTargetType()) + ", got " + shown(found);
    }
    return firstLine(e);
  }

  private static boolean isOutOfRange(JsonMappingException e) {
    return firstLine(e).startsWith("Numeric value");
  }

  private static String known(@Nullable Collection<Object> ids) {
    return ids == null || ids.isEmpty()
        ? "none"
        : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String kinds(JavaType family) {
    return Spelling.kinds(family.getRawClass()).stream()
        .map(JsonSubTypes.Type::name)
        .collect(Collectors.joining(", "));
  }

  private static String noun(Class<?> type) {
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isEnum()) {
      return "one of " + Spelling.all(type);
    }
    return type == String.class
        ? "a text"
        : Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  /** The first explicit null, which no key takes: one with a default is left out instead. */
  static void requireNoNull(JsonNode node, String path) {
    if (node.isNull()) {
      throw new SpecException(path + ": must not be null");
    }
    node.properties()
        .forEach(
            entry ->
                requireNoNull(
                    entry.getValue(),
                    path.isEmpty() ? entry.getKey() : path + "." + entry.getKey()));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireNoNull(node.get(i), path + "[" + i + "]");
    }
  }

  private JsonNode found(List<JsonMappingException.Reference> path) {
    JsonNode node = spec;
    for (JsonMappingException.Reference part : path) {
      node =
          part.getFieldName() == null ? node.path(part.getIndex()) : node.path(part.getFieldName());
    }
    return Objects.requireNonNullElse(node, MissingNode.getInstance());
  }

  static String shown(JsonNode node) {
    return Spelling.shown(node.toString());
  }

  private static String path(List<JsonMappingException.Reference> parts) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference part : parts) {
      if (part.getFieldName() == null) {
        path.append('[').append(part.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
      }
    }
    return path.isEmpty() ? "spec" : path.toString();
  }

  private static String firstLine(JsonProcessingException e) {
    return Objects.requireNonNullElse(e.getOriginalMessage(), "not JSON")
        .lines()
        .findFirst()
        .orElse("");
  }
}
