package org.sgdwalk.net.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The buffers of a forward pass, or of a forward and a backward pass. A forward pass alone needs
 * room for a few activations; a training pass keeps those that its backward pass reads, and one on
 * a piece which piece it is.
 *
 * <p>Node i runs forward at time i and backward at time 2 n + 1 - i, where n is the last node; the
 * loss lies between, at n.
 */
final class MemoryPlan {
  private static final NavigableSet<Integer> NONE = Collections.emptyNavigableSet();

  private final Program program;
  private final Purpose purpose;
  private final int end;
  private final List<Buffer> values = new ArrayList<>();
  private final List<@Nullable Buffer> gradients;

  /** Nodes whose gradient lies in a buffer. */
  private final IdentityHashMap<Buffer, NavigableSet<Integer>> holders = new IdentityHashMap<>();

  private final List<@Nullable Buffer> forwardScratch;
  private final List<@Nullable Buffer> backwardScratch;
  private final List<@Nullable Buffer> patterns;
  private final Map<List<Integer>, Buffer> partial = new HashMap<>();
  private final List<Integer> slotLengths;

  MemoryPlan(Program program, Purpose purpose) {
    this.program = program;
    this.purpose = purpose;
    this.end = program.size();
    this.gradients = new ArrayList<>(Collections.nCopies(end + 1, null));
    planValues();
    forwardScratch = planScratch(false);
    backwardScratch = planScratch(true);
    patterns = planPatterns();
    if (purpose.isTraining()) {
      planGradients();
    }
    slotLengths = Slots.place(all());
  }

  /** Values an example of each slot. */
  List<Integer> slotLengths() {
    return slotLengths;
  }

  Buffer value(int node) {
    return values.get(node);
  }

  /** Gradient of a node's result; null where nobody needs it. */
  @Nullable Buffer gradient(int node) {
    return gradients.get(node);
  }

  @Nullable Buffer forwardScratch(int node) {
    return forwardScratch.get(node);
  }

  @Nullable Buffer backwardScratch(int node) {
    return backwardScratch.get(node);
  }

  /** Where a node records on which side of its kinks it is; null for a smooth one. */
  @Nullable Buffer pattern(int node) {
    return patterns.get(node);
  }

  /**
   * Where a node writes its share of an input's gradient, to be added to what later nodes left
   * there; null when it writes the gradient itself.
   */
  @Nullable Buffer partial(int node, int input) {
    return partial.get(List.of(node, input));
  }

  private int backwardTime(int node) {
    return 2 * end + 1 - node;
  }

  private void planValues() {
    for (int i = 0; i <= end; i++) {
      values.add(reusesInput(i) ? values.get(input(i)) : new Buffer(program.shape(i).size()));
    }
    for (int i = 0; i <= end; i++) {
      Buffer value = values.get(i).usedAt(i);
      if (i == end) {
        value.usedAt(end + (purpose.isTraining() ? 1 : 0));
      }
      if (i > 0) {
        useInForwardAndBackward(i, value);
      }
    }
  }

  private void useInForwardAndBackward(int node, Buffer value) {
    Layer layer = program.node(node).layer();
    for (int input : program.node(node).inputs()) {
      values.get(input).usedAt(node);
      if (purpose.isTraining() && layer.backwardReadsInput()) {
        values.get(input).usedAt(backwardTime(node));
      }
    }
    if (purpose.isTraining() && layer.backwardReadsOutput()) {
      value.usedAt(backwardTime(node));
    }
  }

  private List<@Nullable Buffer> planScratch(boolean backward) {
    List<@Nullable Buffer> scratch = new ArrayList<>(Collections.nCopies(end + 1, null));
    for (int i = 1; i <= end; i++) {
      int length = program.node(i).layer().scratch(program.shape(input(i)), purpose);
      if (length > 0 && (purpose.isTraining() || !backward)) {
        scratch.set(i, new Buffer(length).usedAt(backward ? backwardTime(i) : i));
      }
    }
    return scratch;
  }

  /** They are held from one forward pass through others and their backward passes. */
  private List<@Nullable Buffer> planPatterns() {
    List<@Nullable Buffer> recorded = new ArrayList<>(Collections.nCopies(end + 1, null));
    for (int i = 1; i <= end && purpose.records(); i++) {
      int length = program.node(i).layer().pattern(program.shape(input(i)));
      if (length > 0) {
        recorded.set(i, new Buffer(length).usedAt(0).usedAt(backwardTime(0)));
      }
    }
    return recorded;
  }

  private void planGradients() {
    setGradient(end, new Buffer(program.shape(end).size()).usedAt(end));
    for (int i = end; i >= 1; i--) {
      Buffer own = Objects.requireNonNull(gradients.get(i), "later nodes planned it");
      own.usedAt(backwardTime(i));
      for (int input : program.node(i).inputs()) {
        planInputGradient(i, input, own);
      }
    }
  }

  private void planInputGradient(int node, int input, Buffer own) {
    Layer layer = program.node(node).layer();
    if (input == 0 && layer.canSkipInputGradient()) {
      return;
    }
    Buffer known = gradients.get(input);
    if (known != null) {
      known.usedAt(backwardTime(node));
      Buffer share = new Buffer(program.shape(input).size()).usedAt(backwardTime(node));
      partial.put(List.of(node, input), share);
      return;
    }
    boolean shared = reusesInput(node) || (layer.passesGradient() && mayShare(node, input, own));
    Buffer gradient = shared ? own : new Buffer(program.shape(input).size());
    setGradient(input, gradient.usedAt(backwardTime(node)));
  }

  private void setGradient(int node, Buffer gradient) {
    gradients.set(node, gradient);
    holders.computeIfAbsent(gradient, buffer -> new TreeSet<>()).add(node);
  }

  /**
   * Whether an input's gradient may lie where the result's lies: all readers of the input that will
   * add to it come, going backwards, after the other inputs have used theirs, and no input changes
   * it in place. Nor may another node still need what lies there: sums of sums share one place.
   */
  private boolean mayShare(int node, int input, Buffer own) {
    List<Integer> inputs = program.node(node).inputs();
    int firstOther =
        inputs.stream().filter(other -> other != input).min(Integer::compare).orElse(0);
    return inputs.stream().noneMatch(other -> other == 0 || reusesInput(other))
        && program.readers(input).stream()
            .filter(reader -> reader != node)
            .allMatch(reader -> reader < firstOther)
        && inputs.containsAll(holders.getOrDefault(own, NONE).subSet(1, node));
  }

  /** In place: only where nobody else reads the input. */
  private boolean reusesInput(int node) {
    return node > 0
        && program.node(node).layer().isInPlace()
        && input(node) != 0
        && program.readers(input(node)).size() == 1;
  }

  private int input(int node) {
    return program.node(node).inputs().get(0);
  }

  private List<Buffer> all() {
    List<Buffer> all = new ArrayList<>(values);
    gradients.stream().filter(Objects::nonNull).forEach(all::add);
    forwardScratch.stream().filter(Objects::nonNull).forEach(all::add);
    backwardScratch.stream().filter(Objects::nonNull).forEach(all::add);
    patterns.stream().filter(Objects::nonNull).forEach(all::add);
    all.addAll(partial.values());
    return all;
  }
}
