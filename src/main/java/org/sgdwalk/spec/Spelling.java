package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as a spec spells them, so that an error names what its author wrote or is to write. */
final class Spelling {
  /** A line of an error; a spec may hold texts of any length. */
  private static final int SHOWN = 40;

  private Spelling() {}

  /**
   * A number or text as it is, a constant by its name in JSON, a part of a spec as its JSON, null
   * as nothing.
   */
  static String of(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof Enum<?> constant) {
      return ofConstant(constant);
    }
    return shown(
        value instanceof Record
            ? SpecJson.mapper().valueToTree(value).toString()
            : value.toString());
  }

  /** A text from a spec as an error may show it: not too long, and in one line. */
  static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }

  /** All values of an enumeration, separated by commas. */
  static String all(Class<?> enumeration) {
    return Arrays.stream(enumeration.getEnumConstants())
        .map(Spelling::of)
        .collect(Collectors.joining(", "));
  }

  /** What the key {@code kind} says of a member of a family, for example {@code gd-noise}. */
  static String kind(Object member, Class<?> family) {
    return kinds(family).stream()
        .filter(type -> type.value().isInstance(member))
        .map(JsonSubTypes.Type::name)
        .findFirst()
        .orElseThrow();
  }

  /** The members of a family; none where a class is no family. */
  static List<JsonSubTypes.Type> kinds(Class<?> family) {
    JsonSubTypes types = family.getAnnotation(JsonSubTypes.class);
    return types == null ? List.of() : List.of(types.value());
  }

  private static String ofConstant(Enum<?> constant) {
    try {
      JsonProperty named =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return named == null ? constant.name() : named.value();
    } catch (NoSuchFieldException e) {
      throw new AssertionError("a constant is a field", e);
    }
  }
}
