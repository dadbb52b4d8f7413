package org.sgdwalk.cell;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.claim.Scale;

/**
 * A cell as its file says it, {@code fixtures/cells/SCALE/NAME.json} or one of a user's own: the
 * numbers that set it apart, by name. The JSON key {@code kind} names the design that makes arms of
 * them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NetworkCellSpec.class, name = "network"),
  @JsonSubTypes.Type(value = QuadraticCellSpec.class, name = "quadratic")
})
sealed interface CellSpec permits NetworkCellSpec, QuadraticCellSpec {

  /** For example {@code mlp/mnist}. */
  String id();

  /** Why a number is what it is, by its key, where there is more to say than the number. */
  Map<String, String> why();

  /**
   * The cell with its arms.
   *
   * @throws org.sgdwalk.spec.SpecException naming arm and key of a run that is impossible
   */
  Cell cell(Scale scale);
}
