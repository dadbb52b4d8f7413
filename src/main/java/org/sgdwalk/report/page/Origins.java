package org.sgdwalk.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.sgdwalk.claim.SeedTraces;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.trace.Provenance;

/**
 * Where the traces that are shown come from.
 *
 * @param byName what their manifests say, by name, in order
 */
record Origins(Map<String, Set<String>> byName) {

  static Origins of(List<Judged> judged) {
    Map<String, Set<String>> byName = new LinkedHashMap<>();
    judged.stream()
        .map(Judged::example)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .map(SeedTraces::traces)
        .flatMap(traces -> traces.values().stream())
        .map(trace -> trace.manifest().provenance())
        .distinct()
        .forEach(provenance -> add(byName, provenance));
    return new Origins(byName);
  }

  private static void add(Map<String, Set<String>> byName, Provenance of) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Revision of the traces", of.gitRevision());
    facts.put("Engine", of.backend());
    facts.put("CPU", of.cpu());
    facts.put("JDK", of.jdk());
    facts.put("OS", of.os());
    facts.forEach((name, fact) -> byName.computeIfAbsent(name, n -> new TreeSet<>()).add(fact));
  }
}
