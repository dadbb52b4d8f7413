package org.sgdwalk.net.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** Tensors by node, of a pass or of its derivatives. It owns them. */
abstract class NodeTensors implements AutoCloseable {
  private final @Nullable Tensor[] values;
  private final @Nullable Tensor[] gradients;
  private final List<List<Tensor>> kept = new ArrayList<>();

  /** For nodes 1 to {@code nodes}; 0 is the network's input. */
  NodeTensors(int nodes) {
    values = new Tensor[nodes + 1];
    gradients = new Tensor[nodes + 1];
    for (int i = 0; i <= nodes; i++) {
      kept.add(List.of());
    }
  }

  /** A copy with handles of its own. */
  final void takeOver(NodeTensors other) {
    for (int i = 0; i < values.length; i++) {
      values[i] = handleOrNull(other.values[i]);
      gradients[i] = handleOrNull(other.gradients[i]);
      kept.set(i, other.kept.get(i).stream().map(Owned::handle).toList());
    }
  }

  private static @Nullable Tensor handleOrNull(@Nullable Tensor tensor) {
    return tensor == null ? null : Owned.handle(tensor);
  }

  final @Nullable Tensor valueOrNull(int node) {
    return values[node];
  }

  /** Result of a node. */
  final Tensor requireValue(int node) {
    return Objects.requireNonNull(values[node], "a node's readers come after it");
  }

  final void setValue(int node, @Nullable Tensor value) {
    Owned.free(values[node]);
    values[node] = handleOrNull(value);
  }

  /** Gradient with respect to a node's result. */
  final Tensor gradient(int node) {
    return Objects.requireNonNull(gradients[node], "a node's gradient comes before it");
  }

  /** Adds to a node's gradient. */
  final void addGradient(int node, Tensor gradient) {
    Tensor before = gradients[node];
    gradients[node] = Owned.handle(before == null ? gradient : before.add(gradient));
    Owned.free(before);
  }

  final void forgetValue(int node) {
    setValue(node, null);
  }

  final void forgetGradient(int node) {
    Owned.free(gradients[node]);
    gradients[node] = null;
  }

  /** Keeps what a kernel wants to find again. */
  final void keep(int node, Tensor... tensors) {
    List<Tensor> before = kept.get(node);
    kept.set(node, List.of(tensors).stream().map(Owned::handle).toList());
    before.forEach(Owned::free);
  }

  /** Keeps more, behind what is kept. */
  final void keepAlso(int node, Tensor... tensors) {
    List<Tensor> all = new ArrayList<>(kept.get(node));
    for (Tensor tensor : tensors) {
      all.add(Owned.handle(tensor));
    }
    kept.set(node, List.copyOf(all));
  }

  final Tensor kept(int node, int index) {
    return kept.get(node).get(index);
  }

  /** Bytes of all, the network's input apart. */
  final long bytes() {
    long bytes = 0;
    for (int i = 1; i < values.length; i++) {
      bytes += bytes(values[i]) + bytes(gradients[i]);
      for (Tensor tensor : kept.get(i)) {
        bytes += bytes(tensor);
      }
    }
    return bytes;
  }

  private static long bytes(@Nullable Tensor tensor) {
    return tensor == null ? 0 : tensor.numel() * tensor.element_size();
  }

  @Override
  public final void close() {
    for (int i = 0; i < values.length; i++) {
      forgetValue(i);
      forgetGradient(i);
      keep(i);
    }
  }
}
