package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Keys that no part of a spec has. They are looked for before anything is missing or impossible:
 * one who writes {@code batchsize} is not helped by hearing that {@code batch} is missing.
 */
final class UnknownKeys {
  private static final String KIND = "kind";

  /** Slips of the hand; what is farther away is another word. */
  private static final int NEAR = 3;

  /** No key is half as long. */
  private static final int LONGEST = 40;

  private UnknownKeys() {}

  /**
   * Checks every object of a spec.
   *
   * @throws SpecException that names the first unknown key, the nearest known one and all of them
   */
  static void requireNone(JsonNode spec, Class<?> type) {
    requireNone(spec, SpecJson.mapper().constructType(type), "");
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
    Map<String, JavaType> known = properties(type, node);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String shown = Spelling.shown(entry.getKey());
      String key = path.isEmpty() ? shown : path + "." + shown;
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

  /**
   * Keys that an object of a type may have, of a family those of the member that it says; of all
   * members where it says none.
   */
  private static Map<String, JavaType> properties(JavaType type, JsonNode node) {
    List<JsonSubTypes.Type> kinds = Spelling.kinds(type.getRawClass());
    if (kinds.isEmpty()) {
      return properties(type);
    }
    List<JsonSubTypes.Type> said =
        kinds.stream().filter(kind -> kind.name().equals(node.path(KIND).asText())).toList();
    Map<String, JavaType> known = new TreeMap<>();
    known.put(KIND, SpecJson.mapper().constructType(String.class));
    (said.isEmpty() ? kinds : said)
        .forEach(kind -> known.putAll(properties(SpecJson.mapper().constructType(kind.value()))));
    return known;
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
            .filter(name -> isNear(key, name))
            .min(Comparator.comparingInt(name -> distance(key, name)))
            .map(name -> "did you mean " + name + "? ")
            .orElse("");
    return new SpecException(
        path + ": unknown key; " + near + "known here: " + String.join(", ", known.keySet()));
  }

  /** Of short keys only half the letters may be slips. */
  private static boolean isNear(String key, String name) {
    return key.startsWith(name)
        || (key.length() <= LONGEST && distance(key, name) <= Math.min(NEAR, key.length() / 2));
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
