package org.sgdwalk.net.torch;

import static org.bytedeco.pytorch.global.torch.empty;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sgdwalk.net.Float32Vector;
import org.sgdwalk.net.Float64Vector;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.spec.Precision;

/** Tensors of one precision on one device, and the way between them and the heap. */
final class Memory {
  private final Precision precision;
  private final Device device;

  Memory(Precision precision, Device device) {
    this.precision = precision;
    this.device = device;
  }

  Precision precision() {
    return precision;
  }

  private ScalarType type() {
    return precision == Precision.FLOAT64 ? ScalarType.Double : ScalarType.Float;
  }

  private static TensorOptions options(Device where, ScalarType type) {
    return new TensorOptions()
        .dtype(new ScalarTypeOptional(type))
        .device(new DeviceOptional(where));
  }

  Tensor zeros(long... shape) {
    return org.bytedeco.pytorch.global.torch.zeros(shape, options(device, type()));
  }

  Tensor uninitialised(long... shape) {
    return empty(shape, options(device, type()), new MemoryFormatOptional());
  }

  /** A matrix of the given values, row-major, rounded to the precision. */
  Tensor matrix(double[] values, long rows) {
    Tensor there = uninitialised(rows, values.length / rows);
    write(values, there);
    return there;
  }

  /** Writes values, row-major, rounded to the precision. */
  void write(double[] values, Tensor into) {
    Scope.run(
        () -> {
          Tensor staged = onHost(ScalarType.Double, into.sizes().vec().get());
          new DoublePointer(staged.data_ptr()).put(values);
          into.copy_(staged);
        });
  }

  /** The values, row-major. */
  double[] read(Tensor from) {
    return Scope.compute(
        () -> {
          Tensor staged = from.to(new Device("cpu"), ScalarType.Double).contiguous();
          double[] values = new double[Math.toIntExact(staged.numel())];
          new DoublePointer(staged.data_ptr()).get(values);
          return values;
        });
  }

  /** Numbers of rows, to choose by. */
  Tensor indices(int[] rows) {
    Tensor staged = onHost(ScalarType.Long, rows.length);
    new LongPointer(staged.data_ptr()).put(Arrays.stream(rows).asLongStream().toArray());
    return staged.to(device, ScalarType.Long);
  }

  /** Copies components {@code first} to {@code end} of a vector to their place in a flat tensor. */
  void write(ParameterVector vector, int first, int end, Tensor into) {
    int length = end - first;
    if (length == 0) {
      return;
    }
    Scope.run(
        () -> {
          Tensor part = into.narrow(0, first, length);
          Tensor staged = isOnHost() ? part : onHost(type(), length);
          if (vector instanceof Float64Vector doubles) {
            new DoublePointer(staged.data_ptr()).put(doubles.values(), first, length);
          } else if (vector instanceof Float32Vector floats) {
            new FloatPointer(staged.data_ptr()).put(floats.values(), first, length);
          }
          if (!isOnHost()) {
            part.copy_(staged);
          }
        });
  }

  /** Copies a flat tensor into a vector. */
  void read(Tensor from, ParameterVector vector) {
    if (vector.dimension() == 0) {
      return;
    }
    Scope.run(
        () -> {
          Tensor staged = isOnHost() ? from : from.cpu();
          if (vector instanceof Float64Vector doubles) {
            new DoublePointer(staged.data_ptr()).get(doubles.values());
          } else if (vector instanceof Float32Vector floats) {
            new FloatPointer(staged.data_ptr()).get(floats.values());
          }
        });
  }

  private boolean isOnHost() {
    return device.is_cpu();
  }

  /** Where the heap's arrays can be copied to. */
  private static Tensor onHost(ScalarType type, long... shape) {
    return empty(shape, options(new Device("cpu"), type), new MemoryFormatOptional());
  }
}
