package org.sgdwalk.net.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Mean over all pixels of each channel. */
record GlobalAveragePool() implements Layer {
  @Override
  public Shape output(Shape input) {
    return Shape.features(input.channels());
  }

  @Override
  public Kernel bind(Ports ports) {
    return new Bound(ports);
  }

  private static final class Bound extends OperationsKernel {

    Bound(Ports ports) {
      INDArray x = ports.input();
      long pixels = x.size(1) * x.size(2);
      forward.then(
          NativeOp.of(
              "reduce_mean", List.of(x), List.of(Ports.byRow(ports.output())), List.of(0.0), 1, 2));
      if (ports.isTraining()) {
        INDArray share = Nd4j.valueArrayOf(new long[] {1, pixels, 1}, 1.0 / pixels, x.dataType());
        backward.then(
            NativeOp.multiply(
                ports.requireOutputGradient().reshape(x.size(0), 1, x.size(3)),
                share,
                ports.requireInputGradient().reshape(x.size(0), pixels, x.size(3))));
      }
    }
  }
}
