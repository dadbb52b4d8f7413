package org.sgdwalk.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the learning rate changes over a run. The JSON key {@code kind} names the shape. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = ScheduleSpec.Constant.class, name = "constant"))
public sealed interface ScheduleSpec {

  /** The optimizer's learning rate throughout: the paper's setting for all but section 5. */
  record Constant() implements ScheduleSpec {}
}
