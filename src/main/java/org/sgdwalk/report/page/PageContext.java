package org.sgdwalk.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a page says beside its verdicts.
 *
 * @param facts how and where the runs were made, by name, in order
 * @param links what else there is, by name: addresses relative to the page, in order
 * @param traces where the traces are
 * @param cost what runs and probes cost
 */
public record PageContext(
    Map<String, String> facts, Map<String, String> links, TraceAddresses traces, Cost cost) {
  /** Copies the maps, in their order. */
  public PageContext {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
  }

  /** Of traces that were saved, which have no time, and of which nobody says where they are. */
  public PageContext(Map<String, String> facts, Map<String, String> links) {
    this(facts, links, TraceAddresses.NONE, Cost.ofSavedTraces());
  }

  /** The address of a folder, relative to a page in another. */
  public static String address(Path page, Path folder) {
    Path relative =
        page.toAbsolutePath().normalize().relativize(folder.toAbsolutePath().normalize());
    StringBuilder address = new StringBuilder();
    for (Path name : relative) {
      address.append(URLEncoder.encode(name.toString(), UTF_8).replace("+", "%20")).append('/');
    }
    return address.toString();
  }

  /** The same with one more fact, unless it has one of that name. */
  public PageContext with(String name, String fact) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.putIfAbsent(name, fact);
    return new PageContext(more, links, traces, cost);
  }
}
