package org.sgdwalk.net;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a network with the cross-entropy of its logits ({@link CrossEntropy}), which computes
 * losses and derivatives at its theta. Confined to one thread.
 */
public interface Replica extends AutoCloseable {

  /** Copies a theta here; what follows is at it. */
  void moveTo(ParameterVector theta);

  /** The same with a point of a line. */
  void moveTo(Position point);

  /** Copies running statistics here, for losses in eval mode. */
  void useStatistics(ParameterVector running);

  /**
   * The loss, by a forward pass.
   *
   * @param trainMode whether batch norm normalises with the rows' own statistics
   */
  PendingLoss loss(Batch batch, boolean trainMode);

  /** Whether points of a line share the first layer's result: {@link #lossesAlong} is there. */
  default boolean sharesFirstLayer() {
    return false;
  }

  /**
   * The first layer's result at a theta. What theta the replica has afterwards is not defined.
   *
   * @throws UnsupportedOperationException unless points share the first layer's result
   */
  default FirstLayer firstLayer(ParameterVector theta, Batch batch) {
    throw new UnsupportedOperationException("points of a line share no layer's result");
  }

  /**
   * The losses at points of the line between two thetas, the first layer's result made of those at
   * the two ends. What theta the replica has afterwards is not defined.
   *
   * @param line the ends, with the first layer's results there
   * @param a positions; 0 and 1 give the ends exactly
   * @throws UnsupportedOperationException unless points share the first layer's result
   */
  default List<PendingLoss> lossesAlong(Line line, double[] a, Batch batch, boolean trainMode) {
    throw new UnsupportedOperationException("points of a line share no layer's result");
  }

  /**
   * A line between two thetas.
   *
   * @param from theta at 0
   * @param to theta at 1
   * @param rounding of the components at a point
   * @param atFrom the first layer's result at {@code from}
   * @param atTo that at {@code to}
   */
  record Line(
      ParameterVector from,
      ParameterVector to,
      Rounding rounding,
      FirstLayer atFrom,
      FirstLayer atTo) {

    /** A point of it. */
    public Position at(double a) {
      return new Position(from, to, a, rounding);
    }
  }

  /**
   * A forward and a backward pass in train mode. The gradient of the mean loss is left in {@link
   * #gradient()}, what batch norm saw in {@link #batchStatistics()}.
   *
   * @param known the first layer's result here; null where it is to be computed
   */
  PendingLoss differentiate(Batch batch, @Nullable FirstLayer known);

  /** The gradient of the last backward pass: this replica's own memory. */
  ParameterVector gradient();

  /** That gradient as a vector of the caller's own. */
  default ParameterVector takeGradient() {
    return gradient().copy();
  }

  /** Batch norm's means and unbiased variances in that pass, in the program's order; likewise. */
  ParameterVector batchStatistics();

  /**
   * A forward and a backward pass of which all is kept that Hessian products at this theta need.
   * The gradient is left in {@link #gradient()}.
   *
   * @param trainMode as in {@link #loss}
   * @throws EngineException if the engine does not differentiate twice
   */
  Linearization linearize(Batch batch, boolean trainMode);

  /**
   * The derivative of that gradient when theta moves along v, exactly: each unit stays on the side
   * of its kink. Left in {@link #gradient()}. The replica must be at the theta of {@code at}.
   *
   * @param batch that of the linearization
   */
  void moveGradient(Linearization at, Batch batch, ParameterVector v);

  /**
   * The derivative of each row's own loss when theta moves along v, where no row's loss depends on
   * the others. The replica must be at the theta of {@code at}.
   *
   * @param batch that of the linearization
   */
  double[] slopes(Linearization at, Batch batch, ParameterVector v);

  @Override
  void close();
}
