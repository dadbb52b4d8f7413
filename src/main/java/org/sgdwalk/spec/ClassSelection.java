package org.sgdwalk.spec;

import static org.sgdwalk.spec.SpecException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Which classes of a data set are used. In JSON a number or a list of names; the labels are indices
 * in the order of the data set either way.
 */
public sealed interface ClassSelection {
  /** As many entries as an archive of images may have, a folder for each class among them. */
  int MOST = 150_000;

  /** The JSON form: a number or a list. */
  @JsonValue
  Object json();

  /** How many classes. */
  int size();

  /**
   * The first classes in the order of the data set.
   *
   * @param count how many, at least 2
   */
  record First(int count) implements ClassSelection {
    /** Checks the number. */
    public First {
      require(count >= 2 && count <= MOST, "data.classes", "2 to " + MOST, count);
    }

    @Override
    public Object json() {
      return count;
    }

    @Override
    public int size() {
      return count;
    }
  }

  /**
   * The classes of these names, whatever their order here.
   *
   * @param names at least 2, each once
   */
  record Named(List<String> names) implements ClassSelection {
    /** Checks the list and copies it. */
    public Named {
      names = List.copyOf(names);
      require(names.size() >= 2, "data.classes", "at least 2 names", names);
      require(new HashSet<>(names).size() == names.size(), "data.classes", "each name once", names);
    }

    @Override
    public Object json() {
      return names;
    }

    @Override
    public int size() {
      return names.size();
    }
  }

  /** Reads the JSON form. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ClassSelection of(JsonNode node) {
    if (node.isIntegralNumber()) {
      require(node.isInt(), "data.classes", "2 to " + MOST, node);
      return new First(node.intValue());
    }
    boolean names =
        node.isArray()
            && StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isTextual);
    require(names, "data.classes", "a whole number or a list of names", node);
    return new Named(
        StreamSupport.stream(node.spliterator(), false).map(JsonNode::textValue).toList());
  }
}
