package org.sgdwalk.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sgdwalk.spec.SpecException;
import org.sgdwalk.spec.SpecJson;

/**
 * {@code manifest.json}. Reading is strict: an unknown, missing, doubled or null key is an error.
 */
public final class ManifestJson {
  /** Line ends and digits that depend on neither the platform nor the JDK. */
  private static final ObjectWriter WRITER =
      SpecJson.mapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .with(StreamWriteFeature.USE_FAST_DOUBLE_WRITER);

  private ManifestJson() {}

  /** The file's text, ended by {@code \n}. */
  public static String write(Manifest manifest) {
    try {
      return WRITER.writeValueAsString(manifest) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest has a JSON form", e);
    }
  }

  /**
   * The manifest of the file's text.
   *
   * @param json the whole file
   * @param file name for errors
   * @throws TraceException that names file and key
   */
  public static Manifest read(String json, String file) {
    try {
      JsonNode tree = SpecJson.mapper().readTree(json);
      if (!tree.isObject()) {
        throw new TraceException(file + ": must be a JSON object");
      }
      refuseNull(tree, "", file);
      return SpecJson.mapper().treeToValue(tree, Manifest.class);
    } catch (JsonProcessingException e) {
      throw new TraceException(file + ": " + explain(e), e);
    }
  }

  /** No key of a manifest is ever null; Jackson would hand one to the records. */
  private static void refuseNull(JsonNode node, String path, String file) {
    if (node.isNull()) {
      throw new TraceException(file + ": " + path + ": must not be null");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      refuseNull(field.getValue(), key, file);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      refuseNull(node.get(i), path + "[" + i + "]", file);
    }
  }

  private static String explain(JsonProcessingException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SpecException spec) {
        return "spec." + spec.getMessage();
      }
    }
    // What a record of this package refuses says so in one line; Jackson adds the record's name.
    String message =
        e.getCause() instanceof TraceException refused
            ? String.valueOf(refused.getMessage())
            : e.getOriginalMessage();
    String problem = message.lines().findFirst().orElse("not JSON");
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return path(mapping.getPath()) + ": " + problem;
    }
    return problem;
  }

  private static String path(List<JsonMappingException.Reference> parts) {
    return parts.stream()
        .map(p -> p.getFieldName() == null ? "[" + p.getIndex() + "]" : p.getFieldName())
        .collect(Collectors.joining("."));
  }
}
