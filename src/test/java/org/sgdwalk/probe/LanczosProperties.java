package org.sgdwalk.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.DataSet;
import org.sgdwalk.net.LossSurface;
import org.sgdwalk.net.NetworkLossSurface;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.Precision;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SeedStreams;
import org.sgdwalk.spec.SpecJson;

/** Against symmetric matrices whose spectra are known. */
class LanczosProperties {
  private static final int TRIES = 100;
  private static final double TOLERANCE = 1e-8;
  private static final int ENOUGH = 200;

  /** Any spectrum: signs mixed, values repeated, zeros. */
  @Provide
  Arbitrary<SymmetricMatrix> matrices() {
    Arbitrary<Double> eigenvalues =
        Arbitraries.oneOf(
            Arbitraries.doubles().between(-10, 10).ofScale(9),
            Arbitraries.of(-10.0, -1.0, 0.0, 1.0, 10.0));
    return matrices(eigenvalues.list().ofMinSize(1).ofMaxSize(25));
  }

  /** Most eigenvalues within 1e-3 of one another, one far below them. */
  @Provide
  Arbitrary<SymmetricMatrix> clustersBelowZero() {
    return matrices(
            Arbitraries.doubles()
                .between(0.999, 1.001)
                .ofScale(6)
                .list()
                .ofMinSize(3)
                .ofMaxSize(20))
        .map(
            cluster ->
                new SymmetricMatrix(
                    DoubleStream.concat(DoubleStream.of(-3), Arrays.stream(cluster.byMagnitude()))
                        .toArray(),
                    1));
  }

  /** Up to four eigenvalues that are not 0, in up to 30 dimensions. */
  @Provide
  Arbitrary<SymmetricMatrix> lowRanks() {
    Arbitrary<List<Double>> values =
        Arbitraries.integers()
            .between(1, 20)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .uniqueElements()
            .map(list -> list.stream().map(i -> i % 2 == 0 ? i : -1.0 * i).toList());
    return Combinators.combine(values, Arbitraries.integers().between(5, 30))
        .as(
            (list, n) ->
                new SymmetricMatrix(
                    Arrays.copyOf(list.stream().mapToDouble(x -> x).toArray(), n), n));
  }

  private static Arbitrary<SymmetricMatrix> matrices(Arbitrary<List<Double>> spectra) {
    return Combinators.combine(spectra, Arbitraries.longs())
        .as(
            (values, seed) ->
                new SymmetricMatrix(values.stream().mapToDouble(x -> x).toArray(), seed));
  }

  @Property(tries = TRIES)
  void the_largest_magnitude_is_found(
      @ForAll("matrices") SymmetricMatrix matrix, @ForAll @IntRange(max = 99) int seed) {
    Eigenpair largest = largest(matrix, seed);

    assertThat(Math.abs(largest.value()))
        .isCloseTo(matrix.norm(), within(TOLERANCE * (1 + matrix.norm())));
    assertThat(matrix.products() - largest.iterations())
        .as("one for each residual: its own, and that of the largest positive eigenvalue")
        .isBetween(1, 2);
  }

  @Property(tries = TRIES)
  void the_vector_is_a_unit_vector_that_has_the_residual(
      @ForAll("matrices") SymmetricMatrix matrix, @ForAll @IntRange(max = 99) int seed) {
    Eigenpair largest = largest(matrix, seed);
    ParameterVector v = largest.vector();

    assertThat(v.norm()).isCloseTo(1, within(1e-12));
    assertThat(residual(matrix, largest))
        .isCloseTo(largest.residual(), within(1e-11 * (1 + matrix.norm())));
    assertThat(largest.residual()).isLessThanOrEqualTo(TOLERANCE * Math.abs(largest.value()));
  }

  @Property(tries = TRIES)
  void a_negative_eigenvalue_that_dominates_keeps_its_sign(
      @ForAll("clustersBelowZero") SymmetricMatrix matrix, @ForAll @IntRange(max = 99) int seed) {
    assertThat(largest(matrix, seed).value()).isCloseTo(-3, within(1e-7));
  }

  @Property(tries = TRIES)
  void the_top_k_are_the_k_largest_magnitudes_of_different_eigenvalues(
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll @IntRange(min = 12, max = 25) int n,
      @ForAll @IntRange(max = 9999) int seed) {
    double[] spectrum = new double[n];
    Arrays.setAll(spectrum, i -> (i % 2 == 0 ? 1 : -1) * (1 + i));
    SymmetricMatrix matrix = new SymmetricMatrix(spectrum, seed);

    List<Eigenpair> top = lanczos(matrix, seed).top(k, TOLERANCE, ENOUGH);

    assertThat(top).hasSize(k);
    for (int i = 0; i < k; i++) {
      assertThat(top.get(i).value()).isCloseTo(matrix.byMagnitude()[i], within(1e-6));
      assertThat(residual(matrix, top.get(i))).isLessThan(1e-6);
    }
  }

  @Property(tries = TRIES)
  void a_space_that_is_invariant_early_costs_rank_plus_one_products_and_the_residuals(
      @ForAll("lowRanks") SymmetricMatrix matrix, @ForAll @IntRange(max = 99) int seed) {
    long rank = Arrays.stream(matrix.byMagnitude()).filter(x -> x != 0).count();

    assertThat(largest(matrix, seed).value()).isCloseTo(matrix.byMagnitude()[0], within(1e-6));
    assertThat(matrix.products()).isLessThanOrEqualTo((int) rank + 1 + 2);
  }

  @Property(tries = TRIES)
  void more_pairs_than_different_eigenvalues_are_found_by_going_on(
      @ForAll("lowRanks") SymmetricMatrix matrix, @ForAll @IntRange(max = 99) int seed) {
    int n = matrix.byMagnitude().length;

    List<Eigenpair> all = lanczos(matrix, seed).top(n + 3, TOLERANCE, ENOUGH);

    assertThat(all).hasSize(n);
    for (int i = 0; i < n; i++) {
      assertThat(all.get(i).value()).isCloseTo(matrix.byMagnitude()[i], within(1e-6));
      for (int j = 0; j < i; j++) {
        assertThat(all.get(i).vector().dot(all.get(j).vector())).isCloseTo(0, within(1e-6));
      }
    }
  }

  @Property(tries = 50)
  void whatever_the_budget_an_eigenvalue_lies_within_the_residual(
      @ForAll("matrices") SymmetricMatrix matrix, @ForAll @IntRange(min = 1, max = 6) int budget) {
    Eigenpair found = lanczos(matrix, 1).largest(1e-15, budget);

    assertThat(found.iterations()).isLessThanOrEqualTo(budget);
    assertThat(matrix.products()).isLessThanOrEqualTo(budget + 2);
    double nearest =
        Arrays.stream(matrix.byMagnitude())
            .map(exact -> Math.abs(exact - found.value()))
            .min()
            .orElseThrow();
    assertThat(nearest).isLessThanOrEqualTo(found.residual() + 1e-10 * (1 + matrix.norm()));
  }

  @Property(tries = 20)
  void the_same_stream_gives_the_same_bits(@ForAll("matrices") SymmetricMatrix matrix) {
    assertThat(largest(matrix, 5).value()).isEqualTo(largest(matrix, 5).value());
  }

  @Example
  void the_zero_operator_has_the_eigenvalue_0_after_one_product() {
    SymmetricMatrix zero = new SymmetricMatrix(new double[7], 1);
    Eigenpair largest = largest(zero, 1);

    assertThat(largest.value()).isZero();
    assertThat(largest.residual()).isZero();
    assertThat(largest.iterations()).isEqualTo(1);
  }

  /** Opposite signs, magnitudes that differ by 0.1 %: the wrong one must not win. */
  @Example
  void of_nearly_equal_magnitudes_the_larger_wins() {
    for (int seed = 0; seed < 20; seed++) {
      double[] spectrum = new double[40];
      Arrays.setAll(spectrum, i -> Math.sin(i));
      spectrum[0] = 5;
      spectrum[1] = -5.005;

      assertThat(largest(new SymmetricMatrix(spectrum, seed), seed).value())
          .isCloseTo(-5.005, within(1e-6));
    }
  }

  /** Three eigenvalues in 1,600 dimensions of float32: rounding must not look like a fourth. */
  @Example
  void in_float32_an_invariant_space_is_seen_and_the_value_has_its_digits() {
    RunSpec spec =
        SpecJson.read(
            """
            { "network": {"kind": "mlp", "hidden": [2], "batchNorm": false},
              "data": {"name": "fashion-mnist-3k", "train": 20, "validation": 10},
              "optimizer": {"kind": "gd", "learningRate": 0.1},
              "length": {"steps": 1}, "seed": 1 }
            """);
    DataSet data = DataSet.load(spec.data(), new DataCatalog(null));
    try (LossSurface surface =
        NetworkLossSurface.open(Engines.of(Engines.STANDARD), spec, data, 1)) {
      LinearOperator operator =
          v -> {
            double[] components = v.toArray();
            Arrays.setAll(components, i -> (i % 3 == 0 ? -7 : i % 3) * components[i]);
            return surface.vector(components);
          };
      RandomDirections directions =
          new RandomDirections(surface, SeedStreams.stream(1, SeedStreams.DIRECTIONS));

      Eigenpair largest = new Lanczos(operator, directions::normal).largest(1e-9, ENOUGH);

      assertThat(largest.vector().precision()).isEqualTo(Precision.FLOAT32);
      assertThat(largest.value()).isCloseTo(-7, within(1e-5));
      assertThat(largest.iterations()).isEqualTo(3);
    }
  }

  @Example
  void impossible_questions_are_refused() {
    SymmetricMatrix matrix = new SymmetricMatrix(new double[] {1, 2}, 1);

    assertThatThrownBy(() -> lanczos(matrix, 1).top(3, 1e-3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be 1 <= k <= maxProducts and tolerance > 0, got 3, 2, 0.001");
    assertThatThrownBy(() -> lanczos(matrix, 1).largest(0, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new KrylovSpace(matrix, matrix.directions(1).normal().scale(0)))
        .hasMessage("the start vector must have a length, got 0.0");
  }

  private static Lanczos lanczos(SymmetricMatrix matrix, long seed) {
    return new Lanczos(matrix, matrix.directions(seed)::normal);
  }

  private static Eigenpair largest(SymmetricMatrix matrix, long seed) {
    return lanczos(matrix, seed).largest(TOLERANCE, ENOUGH);
  }

  private static double residual(SymmetricMatrix matrix, Eigenpair pair) {
    ParameterVector v = pair.vector();
    return matrix.times(v).addScaled(-pair.value(), v).norm();
  }
}
