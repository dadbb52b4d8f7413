package org.sgdwalk.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What JMH writes with {@code -rf json}.
 *
 * @param jdk the version of the first result's JDK
 * @param results in order
 */
record JmhFile(String jdk, List<JmhResult> results) {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException saying what is wrong where it is none, or is cut
   */
  static JmhFile read(InputStream in) throws IOException {
    JsonNode root = tree(in);
    if (!root.isArray() || root.isEmpty()) {
      throw new IllegalArgumentException("is no list of results");
    }
    List<JmhResult> results = new ArrayList<>();
    for (JsonNode result : root) {
      try {
        results.add(JmhResult.of(result));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "result %d of %d %s".formatted(results.size() + 1, root.size(), e.getMessage()), e);
      }
    }
    return new JmhFile(root.get(0).path("jdkVersion").asText("unknown"), results);
  }

  private static JsonNode tree(InputStream in) throws IOException {
    try {
      return READER.readTree(in);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          e.getLocation() == null
              ? "is no JSON"
              : "is no JSON, or is cut, at line " + e.getLocation().getLineNr(),
          e);
    }
  }
}
