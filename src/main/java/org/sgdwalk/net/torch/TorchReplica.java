package org.sgdwalk.net.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.sgdwalk.net.Features;
import org.sgdwalk.net.Linearization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.Rounding;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.net.program.Shape;

/** A network on libtorch's operations. */
final class TorchReplica implements Replica {
  private final Program program;
  private final Memory memory;
  private final Blocks theta;
  private final Blocks direction;
  private final Blocks gradientBlocks;
  private final Blocks running;
  private final Blocks ofBatch;
  private final List<Kernel> kernels;
  private final ParameterVector gradient;
  private final ParameterVector batchStatistics;
  private final ParameterVector point;

  TorchReplica(Program program, Memory memory) {
    this.program = program;
    this.memory = memory;
    theta = new Blocks(program.theta(), memory);
    direction = new Blocks(program.theta(), memory);
    gradientBlocks = new Blocks(program.theta(), memory);
    running = new Blocks(program.statistics(), memory);
    ofBatch = new Blocks(program.statistics(), memory);
    kernels = Kernels.of(program, running, ofBatch);
    gradient = ParameterVector.zeros(memory.precision(), program.parameters());
    batchStatistics = ParameterVector.zeros(memory.precision(), program.statisticsLength());
    point = ParameterVector.zeros(memory.precision(), program.parameters());
  }

  @Override
  public void moveTo(ParameterVector to) {
    theta.assign(to);
  }

  @Override
  public void useStatistics(ParameterVector statistics) {
    running.assign(statistics);
  }

  @Override
  public double[] logits(Features features, boolean trainMode) {
    try (Pass pass = loss(trainMode)) {
      setInput(pass, features);
      return logits(pass, 1);
    }
  }

  private Pass loss(boolean trainMode) {
    return new Pass(program, trainMode ? Pass.Purpose.LOSS : Pass.Purpose.EVAL_LOSS);
  }

  private void setInput(Pass pass, Features features) {
    Scope.run(() -> pass.setValue(0, input(features)));
  }

  /** Features in the shape that layers take. */
  private Tensor input(Features features) {
    Tensor rows = ((TorchFeatures) features).tensor();
    Shape shape = program.input();
    return shape.isFeatures()
        ? rows
        : rows.view(rows.size(0), shape.height(), shape.width(), shape.channels())
            .permute(0, 3, 1, 2);
  }

  /** Runs the nodes from one on, and gives the last one's result. */
  private double[] logits(Pass pass, int first) {
    for (int i = first; i <= program.size(); i++) {
      forward(pass, i);
      if (!pass.isDifferentiated()) {
        pass.forgetWhatOnlyReaches(i);
      }
    }
    return memory.read(pass.value(program.size()));
  }

  private void forward(Pass pass, int node) {
    Scope.run(() -> pass.setValue(node, kernels.get(node - 1).forward(pass, theta)));
  }

  @Override
  public boolean sharesFirstLayer() {
    return program.startsLinear();
  }

  @Override
  public List<double[]> logitsAlong(
      ParameterVector from,
      ParameterVector to,
      double[] a,
      Rounding rounding,
      Features features,
      boolean trainMode) {
    int rest = program.endOfFirstLayer();
    try (Pass start = firstLayer(from, rest, features);
        Pass end = firstLayer(to, rest, features)) {
      List<double[]> logits = new ArrayList<>();
      for (double position : a) {
        point.between(from, to, position, rounding, rest);
        theta.assign(point, rest, program.parameters());
        logits.add(logitsBetween(start.value(1), end.value(1), position, trainMode));
      }
      return logits;
    }
  }

  private Pass firstLayer(ParameterVector at, int end, Features features) {
    theta.assign(at, 0, end);
    Pass pass = loss(true);
    setInput(pass, features);
    forward(pass, 1);
    return pass;
  }

  /** The rest of the network, on the first layer's result between two others. */
  private double[] logitsBetween(Tensor start, Tensor end, double a, boolean trainMode) {
    try (Pass pass = loss(trainMode)) {
      Scope.run(() -> pass.setValue(1, start.lerp(end, new Scalar(a))));
      return logits(pass, 2);
    }
  }

  @Override
  public void differentiate(Features features, UnaryOperator<double[]> lossGradient) {
    try (Pass pass = new Pass(program, Pass.Purpose.GRADIENT)) {
      setInput(pass, features);
      backward(pass, lossGradient.apply(logits(pass, 1)));
      gradientBlocks.copyTo(gradient);
      ofBatch.copyTo(batchStatistics);
    }
  }

  private void backward(Pass pass, double[] ofLogits) {
    int end = program.size();
    Scope.run(() -> pass.addGradient(end, likeLogits(ofLogits, pass)));
    for (int i = end; i >= 1; i--) {
      int node = i;
      Scope.run(() -> kernels.get(node - 1).backward(pass, theta, gradientBlocks));
      if (pass.purpose() == Pass.Purpose.GRADIENT) {
        pass.forgetPassed(i);
      }
    }
  }

  private Tensor likeLogits(double[] values, Pass pass) {
    return memory.matrix(values, pass.value(program.size()).size(0));
  }

  @Override
  public ParameterVector gradient() {
    return gradient;
  }

  @Override
  public ParameterVector batchStatistics() {
    return batchStatistics;
  }

  @Override
  public Linearization linearize(
      Features features, boolean trainMode, UnaryOperator<double[]> lossGradient) {
    Pass pass =
        new Pass(program, trainMode ? Pass.Purpose.LINEARIZATION : Pass.Purpose.EVAL_LINEARIZATION);
    try {
      setInput(pass, features);
      double[] logits = logits(pass, 1);
      backward(pass, lossGradient.apply(logits.clone()));
      gradientBlocks.copyTo(gradient);
      pass.keepForTangents(kernels);
      return new TorchLinearization(pass, logits);
    } catch (RuntimeException | Error e) {
      pass.close();
      throw e;
    }
  }

  @Override
  public void moveGradient(
      Linearization at,
      Features features,
      ParameterVector v,
      UnaryOperator<double[]> lossCurvature) {
    direction.assign(v);
    int end = program.size();
    try (Pass pass = Scope.compute(() -> ((TorchLinearization) at).pass().over(input(features)));
        Tangents tangents = new Tangents(end)) {
      for (int i = 1; i <= end; i++) {
        int node = i;
        Scope.run(
            () ->
                tangents.setValue(
                    node, kernels.get(node - 1).forwardTangent(pass, tangents, theta, direction)));
      }
      double[] curvature = lossCurvature.apply(memory.read(tangents.requireValue(end)));
      Scope.run(() -> tangents.addGradient(end, memory.matrix(curvature, features.rows())));
      for (int i = end; i >= 1; i--) {
        int node = i;
        Scope.run(
            () ->
                kernels
                    .get(node - 1)
                    .backwardTangent(pass, tangents, theta, direction, gradientBlocks));
        tangents.forgetGradient(i);
      }
      gradientBlocks.copyTo(gradient);
    }
  }

  @Override
  public void close() {
    List.of(theta, direction, gradientBlocks, running, ofBatch).forEach(Blocks::close);
  }
}
