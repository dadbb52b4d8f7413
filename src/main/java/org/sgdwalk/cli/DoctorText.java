package org.sgdwalk.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sgdwalk.data.PublishedSet;
import org.sgdwalk.data.PublishedSets;
import org.sgdwalk.device.GpuPreflight;
import org.sgdwalk.device.GpuPreflight.End;
import org.sgdwalk.device.GpuPreflight.Reply;
import org.sgdwalk.net.BuildInfo;
import org.sgdwalk.net.MachineMemory;
import org.sgdwalk.net.natives.CpuFeatures;
import org.sgdwalk.net.natives.NativeCache;
import org.sgdwalk.settings.Settings;
import org.sgdwalk.spec.KernelChoice;

/**
 * What is here of what a run needs, in groups of lines for a terminal.
 *
 * @param settings what is asked for
 * @param accelerator the GPU profile of the build, or none
 * @param gpu what is to be said of NVIDIA devices
 */
record DoctorText(Settings settings, String accelerator, GpuText gpu) {
  private static final Duration DOCKER_PATIENCE = Duration.ofSeconds(10);
  private static final double GIGABYTE = 1e9;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    group(lines, "build", build());
    group(lines, "GPU", gpu.lines());
    group(lines, "engine", engine());
    group(lines, "machine", machine());
    group(lines, "data", data());
    return lines;
  }

  private static void group(List<String> lines, String name, List<String> facts) {
    lines.add(name);
    facts.forEach(fact -> lines.add("  " + fact));
  }

  private List<String> build() {
    return List.of(
        "version: " + BuildInfo.version(),
        "revision: " + BuildInfo.revision(),
        "GPU profile: " + accelerator,
        "libraries: " + Main.natives(),
        "JVM: %s (%s)"
            .formatted(System.getProperty("java.version"), System.getProperty("java.vendor")));
  }

  private List<String> engine() {
    return List.of(
        "engine: %s on %s".formatted(settings.engine().engine(), settings.engine().device().key()),
        "kernels: " + settings.engine().kernels().key() + ", " + kernels());
  }

  private String kernels() {
    if (settings.engine().kernels() == KernelChoice.NATIVE) {
      return "the fastest that this CPU has";
    }
    return CpuFeatures.has("avx2")
        ? "the same bits on every CPU with AVX2"
        : "the libraries' choice, since this CPU is not known to have AVX2";
  }

  private List<String> machine() {
    Runtime runtime = Runtime.getRuntime();
    return List.of(
        "CPU: " + CpuFeatures.modelName() + "; " + features(),
        "threads: %d (sgdwalk.threads) on %d processors"
            .formatted(settings.threads(), runtime.availableProcessors()),
        String.format(
            Locale.ROOT,
            "memory: %,.1f GB, of which the heap may take %,.1f",
            MachineMemory.physical() / GIGABYTE,
            runtime.maxMemory() / GIGABYTE),
        "native cache: "
            + NativeCache.description()
            + "; takes 900 MB once, more for a GPU profile",
        "Docker: " + docker() + "; needed for one test: the packaged program in a clean room");
  }

  private static String features() {
    String known =
        Stream.of("avx", "fma", "avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_tile")
            .filter(CpuFeatures::has)
            .collect(Collectors.joining(" "));
    return known.isEmpty() ? "its features are not known" : known;
  }

  private static String docker() {
    Reply reply =
        GpuPreflight.ask(
            List.of("docker", "version", "--format", "{{.Server.Version}}"), DOCKER_PATIENCE);
    if (reply.end() == End.DONE) {
      return "reachable, version " + reply.line();
    }
    return reply.end() == End.ABSENT ? "not here" : "not reachable";
  }

  private List<String> data() {
    DataUse use = new DataUse();
    return PublishedSets.all().stream().map(set -> data(set, use)).toList();
  }

  private String data(PublishedSet set, DataUse use) {
    return "%s: %s; needed for %s"
        .formatted(set.name(), DataListCommand.where(set, settings.dataPlaces()), use.words(set));
  }
}
