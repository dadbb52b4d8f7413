package org.sgdwalk.data;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Makes as many tries in all properties of a class together as {@code -Dsgdwalk.test.fuzz} says;
 * without it as many as they state themselves.
 */
final class FuzzTries implements AroundPropertyHook {
  private static final int TOTAL = Integer.getInteger("sgdwalk.test.fuzz", 0);

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    if (TOTAL > 0) {
      context.attributes().setTries(TOTAL / FormatFuzzProperties.PROPERTIES + 1);
    }
    return property.execute();
  }

  /** From the class to its properties. */
  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public int aroundPropertyProximity() {
    return -100; // outside of everything that reads the number
  }
}
