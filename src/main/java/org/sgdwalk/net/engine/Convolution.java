package org.sgdwalk.net.engine;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Two-dimensional convolution with a square kernel.
 *
 * @param size side of the kernel, pixels
 * @param stride step, pixels
 * @param padding zeros around the input, pixels
 * @param in input channels
 * @param out output channels
 * @param bias whether a bias is added
 */
record Convolution(int size, int stride, int padding, int in, int out, boolean bias)
    implements Layer {
  /** ND4J's codes for channels last and for weights [out, in, height, width]. */
  private static final int CHANNELS_LAST = 1;

  private static final int OUT_FIRST = 1;

  @Override
  public Shape output(Shape input) {
    if (input.channels() != in) {
      throw new IllegalArgumentException("a convolution of " + in + " channels got " + input);
    }
    return new Shape(side(input.height()), side(input.width()), out);
  }

  private int side(int pixels) {
    return (pixels + 2 * padding - size) / stride + 1;
  }

  @Override
  public List<Parameter> parameters() {
    double deviation = Math.sqrt(2.0 / ((long) size * size * out));
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        new Parameter(Parameter.WEIGHT, List.of(out, in, size, size), Initial.normal(deviation)));
    if (bias) {
      parameters.add(new Parameter(Parameter.BIAS, List.of(out), Initial.constant(0)));
    }
    return parameters;
  }

  @Override
  public boolean backwardReadsInput() {
    return true;
  }

  @Override
  public long operations(Shape input) {
    return 2L * output(input).size() * size * size * in;
  }

  @Override
  public Kernel bind(Ports ports) {
    return new Bound(this, ports);
  }

  private long[] geometry() {
    return new long[] {
      size, size, stride, stride, padding, padding, 1, 1, 0, CHANNELS_LAST, OUT_FIRST
    };
  }

  private static final class Bound extends OperationsKernel {

    Bound(Convolution layer, Ports ports) {
      INDArray weight = ports.parameters().value(Parameter.WEIGHT);
      List<INDArray> in = new ArrayList<>(List.of(ports.input(), weight));
      if (layer.bias()) {
        in.add(ports.parameters().value(Parameter.BIAS));
      }
      forward.then(NativeOp.of("conv2d", in, List.of(ports.output()), List.of(), layer.geometry()));
      if (ports.isTraining()) {
        bindBackward(layer, ports, in);
      }
    }

    private void bindBackward(Convolution layer, Ports ports, List<INDArray> in) {
      List<INDArray> out = new ArrayList<>();
      out.add(ports.requireInputGradient());
      out.add(ports.parameters().gradient(Parameter.WEIGHT));
      if (layer.bias()) {
        out.add(ports.parameters().gradient(Parameter.BIAS));
      }
      List<INDArray> from = new ArrayList<>(in);
      from.add(ports.requireOutputGradient());
      backward.then(NativeOp.of("conv2d_bp", from, out, List.of(), layer.geometry()));
    }
  }
}
