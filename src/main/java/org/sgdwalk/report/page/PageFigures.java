package org.sgdwalk.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.figure.Figures;

/**
 * Figures as a page keeps them: compressed, and one that several verdicts show only once. Raw,
 * those of a matrix of 150 judgements are 30 MB, so 1.3 MB.
 */
public final class PageFigures {
  private final Map<String, String> idsByData = new LinkedHashMap<>();
  private final Map<String, List<PageFigure>> byPlace = new HashMap<>();

  /**
   * Keeps a figure, unless it is that of the effects, which the page draws itself.
   *
   * @param place folder of its verdict, relative to the page, where its files are
   */
  public void add(String place, Figure figure) {
    if (figure.name().equals(Figures.EFFECTS)) {
      return;
    }
    String id =
        idsByData.computeIfAbsent(
            Packed.base64(figure.svg()), data -> "figure-" + (idsByData.size() + 1));
    byPlace
        .computeIfAbsent(place, p -> new ArrayList<>())
        .add(new PageFigure(id, figure.name(), figure.caption(), place + "/" + figure.fileName()));
  }

  /** The figures of a verdict, in the order in which they came. */
  List<PageFigure> at(String place) {
    return byPlace.getOrDefault(place, List.of());
  }

  /** Ids by the base64 of each document's gzip. */
  Map<String, String> idsByData() {
    return Collections.unmodifiableMap(idsByData);
  }
}
