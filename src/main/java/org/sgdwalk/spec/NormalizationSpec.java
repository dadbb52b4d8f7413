package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What is subtracted from pixels on the scale 0 to 1, and by what they are divided then.
 *
 * @param mean for each channel, 0 to 1
 * @param std for each channel, 1e-8 to 1
 */
public record NormalizationSpec(List<Double> mean, List<Double> std) {
  /** Checks the numbers and copies the lists. */
  @JsonCreator
  public NormalizationSpec(
      @JsonProperty(value = "mean", required = true) List<Double> mean,
      @JsonProperty(value = "std", required = true) List<Double> std) {
    this.mean = List.copyOf(mean);
    this.std = List.copyOf(std);
    require(!mean.isEmpty(), "data.normalization.mean", "a number for each channel", mean);
    require(
        std.size() == mean.size(),
        "data.normalization.std",
        "as many numbers as mean has, " + mean.size(),
        std);
    for (int i = 0; i < mean.size(); i++) {
      double center = mean.get(i);
      double scale = std.get(i);
      String at = "[" + i + "]";
      require(center >= 0 && center <= 1, "data.normalization.mean" + at, "0 to 1", center);
      require(
          scale >= Bounds.STD && scale <= 1,
          "data.normalization.std" + at,
          Bounds.STD + " to 1",
          scale);
    }
  }
}
