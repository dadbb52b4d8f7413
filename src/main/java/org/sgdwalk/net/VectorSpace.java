package org.sgdwalk.net;

import org.sgdwalk.spec.Precision;

/** Makes the vectors of a run where its engine wants them. */
public interface VectorSpace {
  /** A vector of zeros. */
  ParameterVector zeros(long dimension);

  /** A vector with the given components, rounded to the precision. */
  ParameterVector of(double[] components);

  /** Independent standard normal components; the same seed gives the same ones. */
  ParameterVector normal(long dimension, long seed);

  /** Vectors on the heap. */
  static VectorSpace onHeap(Precision precision) {
    return new OnHeap(precision);
  }

  /** Vectors on the heap, whose normal components are the same with every engine. */
  record OnHeap(Precision precision) implements VectorSpace {
    @Override
    public ParameterVector zeros(long dimension) {
      return ParameterVector.zeros(precision, dimension);
    }

    @Override
    public ParameterVector of(double[] components) {
      return ParameterVector.of(precision, components);
    }

    @Override
    public ParameterVector normal(long dimension, long seed) {
      return ParameterVector.normal(precision, dimension, seed);
    }
  }
}
