package org.sgdwalk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.sgdwalk.report.SensitivityPage;
import org.sgdwalk.sensitivity.Sensitivity;
import org.sgdwalk.sensitivity.Variant;
import org.sgdwalk.sensitivity.Variants;
import org.sgdwalk.session.SensitivitySession;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sensitivity [--variants ID,...] [--out FILE.md]}. */
@Command(
    name = "sensitivity",
    description = {
      "Judges the claims again under other choices of what the paper leaves open, and writes which"
          + " verdicts differ.",
      "Trains: each variant costs up to what mvn verify does. -Dsgdwalk.cells, -Dsgdwalk.claims and"
          + " -Dsgdwalk.seeds choose, -Dsgdwalk.store.dir says where the runs are"
          + " kept (target/sensitivity without) and used again by the same clean revision."
    },
    mixinStandardHelpOptions = true)
final class SensitivityCommand implements Callable<Integer> {
  /** Not where verify keeps its own: fresh seeds would be judged with them. */
  private static final Path STORE = Path.of("target", "sensitivity");

  private final Options options;

  SensitivityCommand(Options options) {
    this.options = options;
  }

  @Spec private CommandSpec command;

  @Option(
      names = "--variants",
      paramLabel = "ID",
      split = ",",
      description = "Some of the variants, separated by commas; all without.")
  private List<String> ids = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE.md",
      defaultValue = "reports/sensitivity.md",
      description = "The page to write, ${DEFAULT-VALUE} without. Replaces the file.")
  private Path out;

  @Override
  public Integer call() {
    List<Variant> variants = variants();
    Settings settings = Settings.of(options);
    Path page = out.toAbsolutePath();
    requireWritable(page);
    Path store = settings.storeDir() == null ? STORE : settings.storeDir();
    try (SensitivitySession session = new SensitivitySession(settings, store)) {
      List<Sensitivity> cells = session.judge(variants);
      Map<String, String> made = new LinkedHashMap<>();
      made.put("scale", settings.scale().key());
      made.put("seeds", session.seeds().toString());
      made.putAll(session.environment());
      write(page, SensitivityPage.markdown(made, cells));
    }
    command.commandLine().getOut().println(page);
    return 0;
  }

  private List<Variant> variants() {
    List<String> known = Variants.all().stream().map(Variant::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new InputException(
            "--variants: must be among %s, got '%s'".formatted(String.join(", ", known), id));
      }
    }
    return ids.isEmpty() ? Variants.all() : Variants.named(ids);
  }

  /** Before hours of training, not after. */
  private static void requireWritable(Path page) {
    try {
      Files.createDirectories(Objects.requireNonNull(page.getParent()));
    } catch (IOException e) {
      throw new InputException(page + ": --out must name a file in a folder that can be made");
    }
    if (Files.isDirectory(page) || !Files.isWritable(page.getParent())) {
      throw new InputException(page + ": --out must name a file that can be written");
    }
  }

  private static void write(Path page, String text) {
    try {
      Files.writeString(page, text);
    } catch (IOException e) {
      throw new UncheckedIOException(page + " cannot be written", e);
    }
  }
}
