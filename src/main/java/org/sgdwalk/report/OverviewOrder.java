package org.sgdwalk.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The paper's order on Allure's overview, which lists sections by how many of their tests failed.
 */
final class OverviewOrder {
  private static final List<String> LISTS =
      List.of("widgets/behaviors.json", "widgets/suites.json");

  private OverviewOrder() {}

  /** The page with the lists of its overview by name; the sections' names begin with numbers. */
  static AllurePage of(AllurePage page) throws IOException {
    Map<String, byte[]> data = new LinkedHashMap<>(page.data());
    for (String list : LISTS) {
      byte[] before = data.get(list);
      if (before != null) {
        data.put(list, ordered(before));
      }
    }
    return new AllurePage(page.head(), data, page.tail());
  }

  private static byte[] ordered(byte[] list) throws IOException {
    ObjectMapper json = new ObjectMapper();
    if (json.readTree(list) instanceof ObjectNode all
        && all.get("items") instanceof ArrayNode items) {
      List<JsonNode> sorted =
          StreamSupport.stream(items.spliterator(), false)
              .sorted(Comparator.comparing(item -> item.path("name").asText()))
              .toList();
      items.removeAll().addAll(sorted);
      return json.writeValueAsBytes(all);
    }
    return list;
  }
}
