package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Which network is trained. The JSON key {@code kind} names the family. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = NetworkSpec.Mlp.class, name = "mlp"))
public sealed interface NetworkSpec {

  /** Whether a batch normalisation follows each hidden layer. */
  boolean batchNorm();

  /**
   * Fully connected network: input, {@code hidden} widths with ReLU, ten-way softmax. The paper's
   * is {@code [500, 350]} with batch norm.
   *
   * @param hidden widths of the hidden layers, input side first; at least one, each at least 1
   * @param batchNorm batch normalisation between each hidden linear layer and its ReLU
   */
  record Mlp(List<Integer> hidden, boolean batchNorm) implements NetworkSpec {
    /** Checks the widths and copies the list. */
    @JsonCreator
    public Mlp(
        @JsonProperty(value = "hidden", required = true) List<Integer> hidden,
        @JsonProperty(value = "batchNorm", required = true) boolean batchNorm) {
      SpecException.require(!hidden.isEmpty(), "network.hidden", "at least one width", hidden);
      for (int i = 0; i < hidden.size(); i++) {
        SpecException.require(
            hidden.get(i) >= 1, "network.hidden[" + i + "]", "at least 1", hidden.get(i));
      }
      this.hidden = List.copyOf(hidden);
      this.batchNorm = batchNorm;
    }
  }
}
