package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What happens at random to the images of a mini-batch before its gradient is taken. Full-batch
 * quantities, which are what probes measure, never see it.
 */
public enum Augmentation {
  /** A crop of the same size at random out of the image with 4 pixels of 0 around, then a flip. */
  @JsonProperty("crop-flip")
  CROP_FLIP
}
