package org.sgdwalk.net;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One copy of a network, which computes logits and derivatives at its theta. Confined to one
 * thread. Logits are [rows, classes], row-major, in float64 whatever the network's precision.
 */
public interface Replica extends AutoCloseable {

  /** Copies a theta here; what follows is at it. */
  void moveTo(ParameterVector theta);

  /** Copies running statistics here, for logits in eval mode. */
  void useStatistics(ParameterVector running);

  /**
   * A forward pass.
   *
   * @param trainMode whether batch norm normalises with the rows' own statistics
   */
  double[] logits(Features features, boolean trainMode);

  /** Whether points of a line share the first layer's result: {@link #logitsAlong} is there. */
  default boolean sharesFirstLayer() {
    return false;
  }

  /**
   * Logits at points of the line between two thetas, the first layer's made of those at the two
   * ends. What theta the replica has afterwards is not defined.
   *
   * @param a positions; 0 and 1 give the ends exactly
   * @throws UnsupportedOperationException unless points share the first layer's result
   */
  default List<double[]> logitsAlong(
      ParameterVector from,
      ParameterVector to,
      double[] a,
      Rounding rounding,
      Features features,
      boolean trainMode) {
    throw new UnsupportedOperationException("points of a line share no layer's result");
  }

  /**
   * A forward and a backward pass in train mode. The gradient is left in {@link #gradient()}, what
   * batch norm saw in {@link #batchStatistics()}.
   *
   * @param lossGradient gives the gradient of a loss with respect to the logits that it is handed
   */
  void differentiate(Features features, UnaryOperator<double[]> lossGradient);

  /** The gradient of the last backward pass: this replica's own memory. */
  ParameterVector gradient();

  /** Batch norm's means and unbiased variances in that pass, in the program's order; likewise. */
  ParameterVector batchStatistics();

  /**
   * A forward and a backward pass of which all is kept that Hessian products at this theta need.
   * The gradient is left in {@link #gradient()}.
   *
   * @param trainMode as in {@link #logits}
   * @param lossGradient as in {@link #differentiate}
   * @throws EngineException if the engine does not differentiate twice
   */
  Linearization linearize(
      Features features, boolean trainMode, UnaryOperator<double[]> lossGradient);

  /**
   * The derivative of that gradient when theta moves along v, exactly: each unit stays on the side
   * of its kink. Left in {@link #gradient()}. The replica must be at the theta of {@code at}.
   *
   * @param features those of the linearization
   * @param lossCurvature gives the derivative of the loss's gradient along the change of the logits
   *     that it is handed
   */
  void moveGradient(
      Linearization at,
      Features features,
      ParameterVector v,
      UnaryOperator<double[]> lossCurvature);

  @Override
  void close();
}
