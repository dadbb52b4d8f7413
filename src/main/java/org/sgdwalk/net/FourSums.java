package org.sgdwalk.net;

import java.util.function.IntToDoubleFunction;

/**
 * A sum in float64 as four, of every fourth summand each, for the processor to add side by side:
 * the same four everywhere.
 *
 * <p>As the compiler makes most of it: short methods that are called block by block, sums in
 * variables, and eight summands before they are added, since a register that takes a float as a
 * double waits for what it held before.
 */
final class FourSums {
  private static final int BLOCK = 1 << 12;

  private double first;
  private double second;
  private double third;
  private double fourth;

  private FourSums() {}

  /** Adds the summands {@code from} to {@code to} of two arrays, the latter excluded. */
  private interface Block {
    void add(FourSums sums, int from, int to);
  }

  private static double of(int length, Block block) {
    FourSums sums = new FourSums();
    for (int from = 0; from < length; from += BLOCK) {
      block.add(sums, from, Math.min(from + BLOCK, length));
    }
    return sums.first + sums.second + (sums.third + sums.fourth);
  }

  /** The sum of x_i y_i. */
  static double ofProducts(float[] x, float[] y) {
    return of(x.length, (sums, from, to) -> sums.addProducts(x, y, from, to));
  }

  /** The sum of x_i y_i, each divided by its vector's scale first. */
  static double ofProducts(double[] x, double scale, double[] y, double otherScale) {
    double one = 1 / scale;
    double two = 1 / otherScale;
    return of(x.length, (sums, from, to) -> sums.addProducts(x, one, y, two, from, to));
  }

  /** The sum of (x_i - y_i)^2, where the difference is one in float32. */
  static double ofSquaredDifferences(float[] x, float[] y) {
    return of(x.length, (sums, from, to) -> sums.addSquaredDifferences(x, y, from, to));
  }

  private void addProducts(float[] x, float[] y, int from, int to) {
    double a = first;
    double b = second;
    double c = third;
    double d = fourth;
    int whole = to - (to - from) % 8;
    for (int i = from; i < whole; i += 8) {
      double s0 = (double) x[i] * y[i];
      double s1 = (double) x[i + 1] * y[i + 1];
      double s2 = (double) x[i + 2] * y[i + 2];
      double s3 = (double) x[i + 3] * y[i + 3];
      double s4 = (double) x[i + 4] * y[i + 4];
      double s5 = (double) x[i + 5] * y[i + 5];
      double s6 = (double) x[i + 6] * y[i + 6];
      double s7 = (double) x[i + 7] * y[i + 7];
      a += s0;
      b += s1;
      c += s2;
      d += s3;
      a += s4;
      b += s5;
      c += s6;
      d += s7;
    }
    keep(a, b, c, d);
    addRest(whole, to, k -> (double) x[k] * y[k]);
  }

  private void addProducts(double[] x, double one, double[] y, double two, int from, int to) {
    double a = first;
    double b = second;
    double c = third;
    double d = fourth;
    int whole = to - (to - from) % 8;
    for (int i = from; i < whole; i += 8) {
      double s0 = x[i] * one * (y[i] * two);
      double s1 = x[i + 1] * one * (y[i + 1] * two);
      double s2 = x[i + 2] * one * (y[i + 2] * two);
      double s3 = x[i + 3] * one * (y[i + 3] * two);
      double s4 = x[i + 4] * one * (y[i + 4] * two);
      double s5 = x[i + 5] * one * (y[i + 5] * two);
      double s6 = x[i + 6] * one * (y[i + 6] * two);
      double s7 = x[i + 7] * one * (y[i + 7] * two);
      a += s0;
      b += s1;
      c += s2;
      d += s3;
      a += s4;
      b += s5;
      c += s6;
      d += s7;
    }
    keep(a, b, c, d);
    addRest(whole, to, k -> x[k] * one * (y[k] * two));
  }

  private void addSquaredDifferences(float[] x, float[] y, int from, int to) {
    double a = first;
    double b = second;
    double c = third;
    double d = fourth;
    int whole = to - (to - from) % 8;
    for (int i = from; i < whole; i += 8) {
      double s0 = square(x[i] - y[i]);
      double s1 = square(x[i + 1] - y[i + 1]);
      double s2 = square(x[i + 2] - y[i + 2]);
      double s3 = square(x[i + 3] - y[i + 3]);
      double s4 = square(x[i + 4] - y[i + 4]);
      double s5 = square(x[i + 5] - y[i + 5]);
      double s6 = square(x[i + 6] - y[i + 6]);
      double s7 = square(x[i + 7] - y[i + 7]);
      a += s0;
      b += s1;
      c += s2;
      d += s3;
      a += s4;
      b += s5;
      c += s6;
      d += s7;
    }
    keep(a, b, c, d);
    addRest(whole, to, k -> square(x[k] - y[k]));
  }

  private static double square(float value) {
    return (double) value * value;
  }

  private void keep(double a, double b, double c, double d) {
    first = a;
    second = b;
    third = c;
    fourth = d;
  }

  /** Fewer than eight, of which those that fill no four go to the first sum. */
  private void addRest(int from, int to, IntToDoubleFunction summand) {
    int i = from;
    if (i + 3 < to) {
      first += summand.applyAsDouble(i);
      second += summand.applyAsDouble(i + 1);
      third += summand.applyAsDouble(i + 2);
      fourth += summand.applyAsDouble(i + 3);
      i += 4;
    }
    for (; i < to; i++) {
      first += summand.applyAsDouble(i);
    }
  }
}
