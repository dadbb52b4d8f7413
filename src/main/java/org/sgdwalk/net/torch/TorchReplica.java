package org.sgdwalk.net.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.Batch;
import org.sgdwalk.net.Features;
import org.sgdwalk.net.FirstLayer;
import org.sgdwalk.net.Linearization;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.net.PendingLoss;
import org.sgdwalk.net.PointsTogether;
import org.sgdwalk.net.Position;
import org.sgdwalk.net.Replica;
import org.sgdwalk.net.program.Program;
import org.sgdwalk.net.program.Shape;

/** A network on libtorch's operations. */
final class TorchReplica implements Replica {
  private final Program program;
  private final Memory memory;
  private final LogitLoss loss;
  private final PointsTogether pointsTogether;
  private final Blocks theta;
  private final Blocks direction;
  private final Blocks gradientBlocks;
  private final Blocks running;
  private final Blocks ofBatch;
  private final List<Kernel> kernels;
  private final ParameterVector batchStatistics;
  private final PointWriter points;
  private @Nullable ParameterVector gradient;

  TorchReplica(Program program, Memory memory, LogitLoss loss) {
    this.program = program;
    this.memory = memory;
    this.loss = loss;
    pointsTogether = new PointsTogether(program, memory.precision().bytes());
    theta = new Blocks(program.theta(), memory);
    direction = new Blocks(program.theta(), memory);
    gradientBlocks = new Blocks(program.theta(), memory);
    running = new Blocks(program.statistics(), memory);
    ofBatch = new Blocks(program.statistics(), memory);
    kernels = Kernels.of(program, running, ofBatch);
    batchStatistics = ofBatch.vector();
    points = new PointWriter(memory);
  }

  @Override
  public void moveTo(ParameterVector to) {
    theta.assign(to);
  }

  @Override
  public void moveTo(Position point) {
    theta.assign(point, 0, points);
  }

  @Override
  public void useStatistics(ParameterVector statistics) {
    running.assign(statistics);
  }

  @Override
  public PendingLoss loss(Batch batch, boolean trainMode) {
    try (Pass pass = forwardPass(trainMode)) {
      setInput(pass, batch.features());
      forward(pass);
      return loss(pass, batch);
    }
  }

  private Pass forwardPass(boolean trainMode) {
    return new Pass(program, trainMode ? Pass.Purpose.LOSS : Pass.Purpose.EVAL_LOSS);
  }

  private PendingLoss loss(Pass pass, Batch batch) {
    return Scope.compute(() -> loss.of(logits(pass), batch));
  }

  private Tensor logits(Pass pass) {
    return pass.value(program.size());
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

  private void forward(Pass pass) {
    forwardFrom(pass, 1);
  }

  /** Runs the nodes from one on. */
  private void forwardFrom(Pass pass, int first) {
    for (int i = first; i <= program.size(); i++) {
      forward(pass, i);
      if (!pass.isDifferentiated()) {
        pass.forgetWhatOnlyReaches(i);
      }
    }
  }

  private void forward(Pass pass, int node) {
    Scope.run(() -> pass.setValue(node, kernels.get(node - 1).forward(pass, theta)));
  }

  @Override
  public boolean sharesFirstLayer() {
    return program.startsLinear();
  }

  @Override
  public FirstLayer firstLayer(ParameterVector at, Batch batch) {
    theta.assign(at, 0, program.endOfFirstLayer());
    try (Pass pass = forwardPass(true)) {
      setInput(pass, batch.features());
      forward(pass, 1);
      return new TorchFirstLayer(pass.value(1));
    }
  }

  @Override
  public List<PendingLoss> lossesAlong(Line line, double[] a, Batch batch, boolean trainMode) {
    int together = pointsTogether.points(batch.size());
    List<PendingLoss> losses = new ArrayList<>();
    for (int i = 0; i < a.length; i += together) {
      double[] some = Arrays.copyOfRange(a, i, Math.min(i + together, a.length));
      if (some.length > 1) {
        losses.addAll(lossesAt(new StackedPoints(program, memory, line, some), batch, trainMode));
      } else {
        losses.add(lossAt(line, some[0], batch, trainMode));
      }
    }
    return losses;
  }

  /** The network behind the first layer, on a result between two others. */
  private PendingLoss lossAt(Line line, double a, Batch batch, boolean trainMode) {
    theta.assign(line.at(a), program.endOfFirstLayer(), points);
    try (Pass pass = forwardPass(trainMode)) {
      Scope.run(
          () -> pass.setValue(1, value(line.atFrom()).lerp(value(line.atTo()), new Scalar(a))));
      forwardFrom(pass, 2);
      return loss(pass, batch);
    }
  }

  private static Tensor value(FirstLayer layer) {
    return ((TorchFirstLayer) layer).value();
  }

  /** The same at several points, all at once. */
  private List<PendingLoss> lossesAt(StackedPoints stacked, Batch batch, boolean trainMode) {
    try (Pass pass = forwardPass(trainMode)) {
      return Scope.compute(
          () -> {
            PointStack thetas = stacked.thetas(points);
            pass.setValue(1, stacked.firstLayer());
            for (int i = 2; i <= program.size(); i++) {
              StackableKernel kernel = (StackableKernel) kernels.get(i - 1);
              pass.setValue(i, kernel.forward(pass, thetas));
              pass.forgetWhatOnlyReaches(i);
            }
            return loss.ofEach(logits(pass), batch);
          });
    }
  }

  @Override
  public PendingLoss differentiate(Batch batch, @Nullable FirstLayer known) {
    try (Pass pass = new Pass(program, Pass.Purpose.GRADIENT)) {
      setInput(pass, batch.features());
      if (known == null) {
        forward(pass, 1);
      } else {
        // A copy: what comes next may overwrite it.
        Scope.run(() -> pass.setValue(1, value(known).clone()));
      }
      forwardFrom(pass, 2);
      PendingLoss value = differentiateLoss(pass, batch);
      backward(pass);
      ofBatch.copyTo(batchStatistics);
      return value;
    }
  }

  private PendingLoss differentiateLoss(Pass pass, Batch batch) {
    return Scope.compute(
        () -> {
          LogitLoss.Differentiated both = loss.differentiate(logits(pass), batch);
          pass.addGradient(program.size(), both.gradient());
          return both.loss();
        });
  }

  /** From the logits' gradient to all parameters'. */
  private void backward(Pass pass) {
    for (int i = program.size(); i >= 1; i--) {
      int node = i;
      Scope.run(() -> kernels.get(node - 1).backward(pass, theta, gradientBlocks));
      if (pass.purpose() == Pass.Purpose.GRADIENT) {
        pass.forgetPassed(i);
      }
    }
  }

  @Override
  public ParameterVector gradient() {
    ParameterVector there = gradient == null ? gradientBlocks.vector() : gradient;
    gradient = there;
    gradientBlocks.copyTo(there);
    return there;
  }

  /** What the gradient was copied to; the next one goes elsewhere. */
  @Override
  public ParameterVector takeGradient() {
    if (memory.isResident()) {
      return Replica.super.takeGradient();
    }
    ParameterVector taken = gradient();
    gradient = null;
    return taken;
  }

  @Override
  public ParameterVector batchStatistics() {
    return batchStatistics;
  }

  @Override
  public Linearization linearize(Batch batch, boolean trainMode) {
    Pass pass =
        new Pass(program, trainMode ? Pass.Purpose.LINEARIZATION : Pass.Purpose.EVAL_LINEARIZATION);
    try {
      setInput(pass, batch.features());
      forward(pass);
      Scope.run(() -> pass.addGradient(program.size(), loss.gradient(logits(pass), batch)));
      backward(pass);
      TorchLinearization made = new TorchLinearization(pass, logits(pass));
      pass.keepForTangents(kernels);
      return made;
    } catch (RuntimeException | Error e) {
      pass.close();
      throw e;
    }
  }

  @Override
  public void moveGradient(Linearization at, Batch batch, ParameterVector v) {
    direction.assign(v);
    TorchLinearization there = (TorchLinearization) at;
    try (Pass pass = passOver(there, batch);
        Tangents tangents = new Tangents(program.size())) {
      moveForward(pass, tangents);
      moveBackward(pass, tangents, there.logits());
    }
  }

  private Pass passOver(TorchLinearization there, Batch batch) {
    return Scope.compute(() -> there.pass().over(input(batch.features())));
  }

  @Override
  public double[] slopes(Linearization at, Batch batch, ParameterVector v) {
    direction.assign(v);
    TorchLinearization there = (TorchLinearization) at;
    try (Pass pass = passOver(there, batch);
        Tangents tangents = new Tangents(program.size())) {
      moveForward(pass, tangents);
      Tensor change = tangents.requireValue(program.size());
      return Scope.compute(() -> memory.read(loss.slopes(there.logits(), change, batch)));
    }
  }

  private void moveForward(Pass pass, Tangents tangents) {
    for (int i = 1; i <= program.size(); i++) {
      int node = i;
      Scope.run(
          () ->
              tangents.setValue(
                  node, kernels.get(node - 1).forwardTangent(pass, tangents, theta, direction)));
    }
  }

  private void moveBackward(Pass pass, Tangents tangents, Tensor logits) {
    int end = program.size();
    Scope.run(() -> tangents.addGradient(end, loss.curvature(logits, tangents.requireValue(end))));
    for (int i = end; i >= 1; i--) {
      int node = i;
      Scope.run(
          () ->
              kernels
                  .get(node - 1)
                  .backwardTangent(pass, tangents, theta, direction, gradientBlocks));
      tangents.forgetGradient(i);
    }
  }

  @Override
  public void close() {
    List.of(theta, direction, gradientBlocks, running, ofBatch).forEach(Blocks::close);
  }
}
