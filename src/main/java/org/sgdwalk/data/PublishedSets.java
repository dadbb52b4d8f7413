package org.sgdwalk.data;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.sgdwalk.spec.SpecJson;

/** The data sets that have a name here, as {@code published-sets.json} lists them. */
public final class PublishedSets {
  private static final String RESOURCE = "published-sets.json";
  private static final List<PublishedSet> ALL = read();

  private PublishedSets() {}

  /** Lists all sets, the packaged one first. */
  public static List<PublishedSet> all() {
    return ALL;
  }

  /** Their names, in the same order. */
  public static List<String> names() {
    return ALL.stream().map(PublishedSet::name).toList();
  }

  /**
   * The set of a name.
   *
   * @throws DataException if there is none
   */
  public static PublishedSet named(String name) {
    return ALL.stream()
        .filter(set -> set.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "data.name: must be one of " + String.join(", ", names()) + ", got " + name));
  }

  private static List<PublishedSet> read() {
    try (InputStream in = PublishedSets.class.getResourceAsStream(RESOURCE)) {
      return List.copyOf(
          SpecJson.mapper().readValue(in, new TypeReference<List<PublishedSet>>() {}));
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " on the class path is no list of data sets", e);
    }
  }
}
