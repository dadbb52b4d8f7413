package org.sgdwalk.cell;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.sgdwalk.claim.Scale;
import org.sgdwalk.spec.SpecJson;

/**
 * The cells of a scale in their order, {@code fixtures/cells/SCALE.json}.
 *
 * @param cells files of those that each build judges, below {@code fixtures/cells}, without
 *     extension
 * @param onRequest files of those that are judged where they are asked for
 */
record CellList(List<String> cells, List<String> onRequest) {
  @JsonCreator
  static CellList of(
      @JsonProperty(value = "cells", required = true) List<String> cells,
      @JsonProperty(value = "onRequest", required = true) List<String> onRequest) {
    return new CellList(List.copyOf(cells), List.copyOf(onRequest));
  }

  static CellList read(Scale scale) {
    return SpecJson.read(CellFile.resource(scale.key()), CellList.class, "the list of cells");
  }
}
