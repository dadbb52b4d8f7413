package org.sgdwalk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Tests of many seconds whose subject is arithmetic of the natives or statistics, which is no JDK's
 * doing: CI makes them on one JDK. What differs between two is asked by {@code DeterminismTest} and
 * the golden traces.
 */
@Tag("slow")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Slow {}
