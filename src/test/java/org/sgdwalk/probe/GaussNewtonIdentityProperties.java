package org.sgdwalk.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sgdwalk.probe.IdentityTerms.size;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.random.Well19937c;
import org.sgdwalk.net.LossSurface;

/**
 * N6 (section 4, appendix D, equations 3-7): for the negative log-likelihood H = C + gbar gbar' -
 * 1/N sum (1/p_i) d2p_i/dtheta2. An identity holds for all networks, images and labels or it does
 * not; seeds and a sequential test would add nothing.
 */
class GaussNewtonIdentityProperties {
  private static final int TRIES = 60;

  /** Rounding alone. */
  private static final double EXACT = 1e-10;

  /** The engine's products are differences of gradients: 4e-11 to 3e-9 on larger networks. */
  private static final double DIFFERENCES = 1e-6;

  @Provide
  Arbitrary<TinyProblem> problems() {
    Arbitrary<List<Integer>> hidden =
        Arbitraries.integers().between(1, 4).list().ofMinSize(1).ofMaxSize(2);
    return Combinators.combine(
            hidden,
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(2, 4),
            Arbitraries.integers().between(1, 5),
            Arbitraries.longs())
        .as(TinyProblem::random);
  }

  /** The paper's initialisation times a factor, so that probabilities are far from equal too. */
  private static double[] theta(TinyProblem problem, long seed, double factor) {
    try (LossSurface surface = problem.surface(1)) {
      return surface.initialTheta(new Well19937c(seed)).scale(factor).toArray();
    }
  }

  @Property(tries = TRIES)
  void the_hessian_is_covariance_and_mean_product_less_the_residual(
      @ForAll("problems") TinyProblem problem, @ForAll long seed) {
    IdentityTerms terms = IdentityTerms.at(problem, theta(problem, seed, 2));

    double scale = 1 + size(terms.exactHessian());
    assertThat(size(terms.exactHessian().subtract(terms.sum()))).isLessThan(EXACT * scale);
    assertThat(size(terms.hessian().subtract(terms.sum()))).isLessThan(DIFFERENCES * scale);
  }

  /** A missing or wrong term would be seen: each is there, and far above the tolerances. */
  @Example
  void every_term_is_there() {
    TinyProblem problem = TinyProblem.random(List.of(3), 2, 3, 5, 4);
    IdentityTerms terms = IdentityTerms.at(problem, theta(problem, 4, 2));

    assertThat(size(terms.covariance())).isGreaterThan(0.01);
    assertThat(size(terms.meanProduct())).isGreaterThan(0.01);
    assertThat(size(terms.residual())).isGreaterThan(0.01);
  }

  /**
   * Where the labels are distributed as the network predicts: here every image has each label once
   * and all probabilities are equal. Then the last term is 0, the gradient too, and H = C.
   */
  @Property(tries = TRIES)
  void where_labels_are_as_predicted_the_residual_is_zero_and_the_hessian_is_the_covariance(
      @ForAll("problems") TinyProblem drawn, @ForAll long seed) {
    TinyProblem problem = drawn.withEveryLabel();
    double[] theta = withLastLayer(problem, theta(problem, seed, 2), 0);
    IdentityTerms terms = IdentityTerms.at(problem, theta);

    double scale = 1 + size(terms.covariance());
    assertThat(size(terms.covariance())).isGreaterThan(0.01);
    assertThat(size(terms.residual())).isLessThan(EXACT * scale);
    assertThat(size(terms.meanProduct())).isLessThan(EXACT * scale);
    assertThat(size(terms.hessian().subtract(terms.covariance()))).isLessThan(DIFFERENCES * scale);
  }

  /**
   * Where every image is fitted, p_i to 1: all terms vanish, and so does the difference of H and C.
   * But C is of the order of (1 - p)^2 and H of the order of 1 - p: next to H it is C that
   * vanishes, not the last term. "Almost equal near minima" is true of the difference only.
   */
  @Property(tries = TRIES)
  void where_images_are_fitted_all_terms_vanish_and_the_covariance_first(
      @ForAll("problems") TinyProblem drawn, @ForAll long seed) {
    double[] theta = theta(drawn, seed, 2);
    JetMlp network = new JetMlp(drawn.widths(), theta);
    TinyProblem problem =
        drawn.withLabels(
            IntStream.range(0, drawn.examples())
                .mapToObj(i -> network.predicted(drawn.input(i)))
                .toList());
    Assume.that(largestMiss(problem, theta) > 1e-3); // else nothing is grown
    IdentityTerms near = fitted(problem, theta, 1e-3);
    IdentityTerms nearer = fitted(problem, theta, 1e-6);

    assertThat(size(nearer.exactHessian())).isLessThan(0.1 * size(near.exactHessian()));
    assertThat(size(nearer.residual())).isLessThan(0.1 * size(near.residual()));
    assertThat(size(nearer.exactHessian().subtract(nearer.covariance())))
        .isLessThan(0.1 * size(near.exactHessian().subtract(near.covariance())));
    assertThat(size(nearer.covariance())).isLessThan(1e-3 * size(nearer.exactHessian()));
  }

  /** The last layer grown until every probability is so near to 1. */
  private static IdentityTerms fitted(TinyProblem problem, double[] theta, double miss) {
    double factor = 1;
    double[] grown = theta;
    while (largestMiss(problem, grown) > miss) {
      factor *= 1.1;
      grown = withLastLayer(problem, theta, factor);
    }
    return IdentityTerms.at(problem, grown);
  }

  private static double largestMiss(TinyProblem problem, double[] theta) {
    JetMlp network = new JetMlp(problem.widths(), theta);
    return IntStream.range(0, problem.examples())
        .mapToDouble(i -> network.loss(problem.input(i), problem.labels().get(i)).value())
        .max()
        .orElseThrow();
  }

  private static double[] withLastLayer(TinyProblem problem, double[] theta, double factor) {
    List<Integer> widths = problem.widths();
    int last = widths.get(widths.size() - 1) * (widths.get(widths.size() - 2) + 1);
    double[] scaled = theta.clone();
    Arrays.setAll(scaled, i -> i < theta.length - last ? theta[i] : factor * theta[i]);
    return scaled;
  }
}
