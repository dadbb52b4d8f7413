package org.sgdwalk.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.Precision;

@DisplayName("A full gradient that is made beside the section before it")
class GradientAheadTest {
  private static final Oracle CONVOLUTIONAL = Oracle.VGG11_BN;

  private static final double[] POINTS = {0.25, 0.5, 0.75, 1};

  /** More than the examples that an oracle has. */
  private static final int ALL = 64;

  private static LossSurface surface(Oracle oracle, int threads) {
    return oracle.surface(Precision.FLOAT32, threads, ALL);
  }

  private static double[] section(LossSurface surface, ParameterVector from, ParameterVector to) {
    return surface.losses(from, to, POINTS, Rounding.NEAREST, ALL, Normalization.TRAIN);
  }

  /** All that a gradient has, of a surface on which nothing was done before. */
  private static String gradientAlone(Oracle oracle, ParameterVector theta) {
    try (LossSurface fresh = surface(oracle, 1)) {
      return text(fresh.fullGradient(theta));
    }
  }

  private static String text(Gradient gradient) {
    return gradient.loss()
        + Arrays.toString(gradient.vector().toArray())
        + Arrays.toString(gradient.batchStatistics().toArray());
  }

  @ParameterizedTest
  @EnumSource(Oracle.class)
  void has_the_digits_of_one_alone(Oracle oracle) {
    try (LossSurface surface = surface(oracle, 3)) {
      ParameterVector first = oracle.byName(surface, "theta/");
      ParameterVector second = first.copy().addScaled(0.1, surface.normal(1));
      ParameterVector third = second.copy().addScaled(0.1, surface.normal(2));
      surface.fullGradient(first);
      double[] losses = section(surface, first, second);

      Gradient gradient = surface.fullGradient(second);

      assertThat(text(gradient)).isEqualTo(gradientAlone(oracle, second));
      try (LossSurface fresh = surface(oracle, 1)) {
        assertThat(losses).isEqualTo(section(fresh, first, second));
        assertThat(section(surface, second, third)).isEqualTo(section(fresh, second, third));
      }
    }
  }

  @Test
  void is_not_taken_for_a_theta_that_was_changed() {
    try (LossSurface surface = surface(CONVOLUTIONAL, 3)) {
      ParameterVector first = CONVOLUTIONAL.byName(surface, "theta/");
      ParameterVector second = first.copy().addScaled(0.1, surface.normal(1));
      surface.fullGradient(first);
      section(surface, first, second);

      second.addScaled(0.2, surface.normal(3));

      assertThat(text(surface.fullGradient(second)))
          .isEqualTo(gradientAlone(CONVOLUTIONAL, second));
    }
  }

  /** Noise is added to a gradient's vector, and a mini-batch may come between. */
  @Test
  void is_the_callers_own_and_forgotten_when_another_is_asked_for() {
    try (LossSurface surface = surface(CONVOLUTIONAL, 3)) {
      ParameterVector first = CONVOLUTIONAL.byName(surface, "theta/");
      ParameterVector second = first.copy().addScaled(0.1, surface.normal(1));
      surface.fullGradient(first);
      section(surface, first, second);

      surface.fullGradient(second).vector().scale(2);
      section(surface, second, first);
      surface.batchGradient(first, new int[] {3, 1});
      section(surface, first, second);

      assertThat(text(surface.fullGradient(second)))
          .isEqualTo(gradientAlone(CONVOLUTIONAL, second));
    }
  }

  /**
   * One chunk: with two workers it is made beside the section, with one after it. An MLP's section
   * has work for all.
   */
  @Test
  void is_made_once_and_where_a_worker_would_wait() {
    assertThat(gradientsOfTwoSteps(CONVOLUTIONAL, 1)).containsExactly(1, 1, 2, 2);
    assertThat(gradientsOfTwoSteps(CONVOLUTIONAL, 2)).containsExactly(1, 2, 2, 3);
    assertThat(gradientsOfTwoSteps(Oracle.MLP_BN, 2)).containsExactly(1, 1, 2, 2);
  }

  /** Gradients that were made behind each gradient and each section. */
  private static List<Integer> gradientsOfTwoSteps(Oracle oracle, int threads) {
    AtomicInteger gradients = new AtomicInteger();
    Engine engine = counting(Engines.of(Engines.STANDARD), gradients);
    List<Integer> made = new ArrayList<>();
    try (LossSurface surface = oracle.surface(engine, Precision.FLOAT32, threads, ALL)) {
      ParameterVector from = oracle.byName(surface, "theta/");
      for (int step = 0; step < 2; step++) {
        surface.fullGradient(from);
        made.add(gradients.get());
        ParameterVector to = from.copy().addScaled(0.1, surface.normal(step));
        section(surface, from, to);
        made.add(gradients.get());
        from = to;
      }
    }
    return made;
  }

  private static Engine counting(Engine engine, AtomicInteger gradients) {
    return proxy(
        Engine.class,
        engine,
        (method, result) ->
            method.equals("replica")
                ? proxy(Replica.class, (Replica) result, (of, r) -> counted(of, r, gradients))
                : result);
  }

  private static Object counted(String method, Object result, AtomicInteger gradients) {
    if (method.equals("differentiate")) {
      gradients.incrementAndGet();
    }
    return result;
  }

  /** What does as another does, with its results seen and replaced. */
  private static <T> T proxy(Class<T> type, T other, BiFunction<String, Object, Object> seen) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            return seen.apply(method.getName(), method.invoke(other, arguments));
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
