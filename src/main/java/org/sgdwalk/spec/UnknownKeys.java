package org.sgdwalk.spec;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keys that no part of a spec has. They are looked for before anything is missing or impossible:
 * one who writes {@code batchsize} is not helped by hearing that {@code batch} is missing.
 */
final class UnknownKeys {
  private static final String KIND = "kind";

  /** Slips of the hand; what is farther away is another word. */
  private static final int NEAR = 3;

  private UnknownKeys() {}

  /**
   * Checks every object of a spec.
   *
   * @throws SpecException that names the first unknown key, the nearest known one and all of them
   */
  static void requireNone(JsonNode spec) {
    requireNone(spec, SpecJson.mapper().constructType(RunSpec.class), "");
  }

  private static void requireNone(JsonNode node, JavaType type, String path) {
    if (node.isArray() && type.isCollectionLikeType()) {
      Iterator<JsonNode> elements = node.elements();
      for (int i = 0; elements.hasNext(); i++) {
        requireNone(elements.next(), type.getContentType(), path + "[" + i + "]");
      }
    }
    if (!node.isObject() || !isPart(type.getRawClass())) {
      return;
    }
    JavaType member = member(type, node);
    if (member == null) {
      return; // Another error: which kind it is cannot be told.
    }
    Map<String, JavaType> known = properties(member);
    if (!member.equals(type)) {
      known.put(KIND, SpecJson.mapper().constructType(String.class));
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      JavaType of = known.get(entry.getKey());
      if (of == null) {
        throw unknown(key, entry.getKey(), known);
      }
      requireNone(entry.getValue(), of, key);
    }
  }

  private static boolean isPart(Class<?> type) {
    return type.isRecord() || !Spelling.kinds(type).isEmpty();
  }

  /** The type itself, or of a family the member that the object says; null where it says none. */
  private static @Nullable JavaType member(JavaType type, JsonNode node) {
    if (type.getRawClass().isRecord()) {
      return type;
    }
    return Spelling.kinds(type.getRawClass()).stream()
        .filter(kind -> kind.name().equals(node.path(KIND).asText()))
        .map(kind -> SpecJson.mapper().constructType(kind.value()))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, JavaType> properties(JavaType type) {
    Map<String, JavaType> properties = new TreeMap<>();
    for (BeanPropertyDefinition property :
        SpecJson.mapper().getDeserializationConfig().introspect(type).findProperties()) {
      properties.put(property.getName(), property.getPrimaryType());
    }
    return properties;
  }

  private static SpecException unknown(String path, String key, Map<String, JavaType> known) {
    String near =
        known.keySet().stream()
            .filter(name -> distance(key, name) <= NEAR || key.startsWith(name))
            .min(Comparator.comparingInt(name -> distance(key, name)))
            .map(name -> "did you mean " + name + "? ")
            .orElse("");
    return new SpecException(
        path + ": unknown key; " + near + "known here: " + String.join(", ", known.keySet()));
  }

  /** Levenshtein's, whatever the case. */
  static int distance(String one, String other) {
    int[] row = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same =
            Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
