package org.sgdwalk.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers the builds of a trend, which Allure's plugin for Maven leaves without a label. */
final class BuildNumbers {
  private static final String NUMBER = "buildOrder";

  private BuildNumbers() {}

  /** The page with a number for each build: one more than the build before, the first being 1. */
  static AllurePage of(AllurePage page) throws IOException {
    Map<String, byte[]> data = new LinkedHashMap<>(page.data());
    for (Map.Entry<String, byte[]> file : page.data().entrySet()) {
      if (file.getKey().endsWith("-trend.json")) {
        data.put(file.getKey(), numbered(file.getValue()));
      }
    }
    return new AllurePage(page.head(), data, page.tail());
  }

  /** Newest first, as Allure has them. */
  private static byte[] numbered(byte[] trend) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode builds = json.readTree(trend);
    if (builds instanceof ArrayNode) {
      long before = 0;
      for (int i = builds.size() - 1; i >= 0; i--) {
        if (builds.get(i) instanceof ObjectNode build) {
          before = build.path(NUMBER).asLong(before + 1);
          build.put(NUMBER, before);
        }
      }
    }
    return json.writeValueAsBytes(builds);
  }
}
