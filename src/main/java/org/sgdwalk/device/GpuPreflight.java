package org.sgdwalk.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether this machine has what a GPU profile of the build needs: the devices that it can use, or
 * one line that says what is missing and what would be right.
 *
 * <p>The build launches this file from its source, before a library is there, so it is whole in
 * itself and longer than others: {@code java GpuPreflight.java PROFILE} prints the answer and ends
 * with 0, or with 2 where nothing can be used.
 */
public final class GpuPreflight {
  private static final Duration PATIENCE = Duration.ofSeconds(20); // A driver may wake up first.
  private static final int READ = 160;
  private static final String DRIVER_LIBRARY = "libcuda.so.1";
  private static final String FIELDS =
      "index,name,compute_cap,memory.total,memory.free,driver_version";
  private static final String NUMBER = "(\\d{1,9}|\\[[^\\]]+\\])";
  private static final Pattern DEVICE =
      Pattern.compile(
          "(\\d{1,4}), (.+?), (?:(\\d{1,4}\\.\\d{1,4}|\\[[^\\]]+\\]), )?"
              + NUMBER
              + ", "
              + NUMBER
              + ", (\\d{1,6}(?:\\.\\d{1,6})+)");
  private static final Pattern LIBRARY = Pattern.compile("\\s*(\\S+) \\(.*x86-64.*\\) => .*");

  private GpuPreflight() {}

  /** What a GPU profile needs, of NVIDIA's drivers, devices and libraries. */
  public enum Profile {
    /** libtorch on CUDA 13 and cuDNN 9, which the system supplies. */
    CUDA("cuda", "CUDA 13", "580", "7.5", "12.0"),
    /** An older libtorch, with its CUDA 12. */
    CUDA12("cuda12", "CUDA 12", "525.60.13", "5.0", "9.0"),
    /** ND4J, with its CUDA 11. */
    ND4J_CUDA("nd4j-cuda", "CUDA 11", "450.80.02", "3.7", "8.9"),
    /** A libtorch that the machine brings itself, with its CUDA: the kit's, no build's. */
    OWN_TORCH("own libtorch", "the machine's own libtorch", "525.60.13", "5.0", "12.0");

    private final String key;
    private final String toolkit;
    private final String driver;
    private final String least;
    private final String most;

    Profile(String key, String toolkit, String driver, String least, String most) {
      this.key = key;
      this.toolkit = toolkit;
      this.driver = driver;
      this.least = least;
      this.most = most;
    }

    /** Its name in the build. */
    public String key() {
      return key;
    }

    /** The profile of a name; empty where there is none. */
    public static Optional<Profile> find(String key) {
      return ofBuilds().filter(profile -> profile.key.equals(key)).findFirst();
    }

    /** Those of the build. */
    public static Stream<Profile> ofBuilds() {
      return Stream.of(values()).filter(profile -> profile != OWN_TORCH);
    }

    /** What it needs, in words. */
    public String needs() {
      return "%s needs an NVIDIA driver %s or newer and a device of compute capability %s to %s"
          .formatted(toolkit, driver, least, most);
    }

    /** The libraries that the system must supply. */
    private List<String> libraries() {
      return this == CUDA ? Libraries.OF_TORCH : List.of();
    }

    private boolean drives(Device device) {
      return compare(device.driver(), driver) >= 0;
    }

    /** A capability that nobody tells is held against no device. */
    private boolean computes(Device device) {
      return device
          .capability()
          .map(has -> compare(has, least) >= 0 && compare(has, most) <= 0)
          .orElse(true);
    }

    /** Another profile that these devices could use, in words; empty where none is. */
    private String instead(List<Device> devices) {
      return ofBuilds()
          .filter(other -> devices.stream().anyMatch(d -> other.drives(d) && other.computes(d)))
          .map(other -> "; -P" + other.key + " can use it")
          .findFirst()
          .orElse("");
    }
  }

  /**
   * A device.
   *
   * @param index its number, from 0, as nvidia-smi counts, or CUDA_VISIBLE_DEVICES
   * @param name its name
   * @param capability its compute capability, as 9.0; empty where it is not told
   * @param memory its memory in MiB; empty where it is not told
   * @param free how much of it is free, in MiB; empty where it is not told
   * @param driver version of the driver
   */
  public record Device(
      int index,
      String name,
      Optional<String> capability,
      OptionalLong memory,
      OptionalLong free,
      String driver) {

    /** It in a line of an answer, as device of that number. */
    private String row(int number) {
      return "%d, %s, %s, %s, %s, %s"
          .formatted(
              number,
              name,
              capability.orElse("[N/A]"),
              memory.isPresent() ? memory.getAsLong() : "[N/A]",
              free.isPresent() ? free.getAsLong() : "[N/A]",
              driver);
    }

    /** It in a line for people. */
    @Override
    public String toString() {
      return "device %d: %s, compute capability %s, %s MiB, %s MiB free"
          .formatted(index, name, capability.orElse("not told"), told(memory), told(free));
    }

    private static String told(OptionalLong number) {
      return number.isPresent() ? Long.toString(number.getAsLong()) : "unknown";
    }
  }

  /**
   * What was found.
   *
   * @param devices the devices that the profile can use; none where something is missing
   * @param missing what is missing and what would be right, in one line; empty where nothing is
   */
  public record Answer(List<Device> devices, Optional<String> missing) {
    /** Copies the list. */
    public Answer {
      devices = List.copyOf(devices);
    }
  }

  /** How a program ended: by itself, or it is not there, or it said nothing for too long. */
  public enum End {
    DONE,
    FAILED,
    ABSENT,
    SILENT
  }

  /**
   * What a program said.
   *
   * @param end how it ended
   * @param text what it said, on both outputs
   */
  public record Reply(End end, String text) {
    /** The first line that says something, as far as it is read. */
    public String line() {
      return text.lines()
          .map(String::trim)
          .filter(line -> !line.isEmpty())
          .map(line -> line.substring(0, Math.min(line.length(), READ)))
          .findFirst()
          .orElse("it says nothing");
    }
  }

  /** Prints what this machine has for a profile; ends with 2 where it cannot be used. */
  public static void main(String[] arguments) {
    Optional<Profile> profile = Profile.find(arguments.length == 1 ? arguments[0] : "");
    Answer answer =
        profile
            .map(known -> Machine.here().check(known))
            .orElseGet(
                () -> new Answer(List.of(), Optional.of("PROFILE: must be among " + keys())));
    answer.devices().forEach(System.out::println);
    answer.missing().ifPresent(System.out::println);
    System.exit(answer.missing().isPresent() ? 2 : 0);
  }

  private static String keys() {
    return Profile.ofBuilds().map(Profile::key).collect(Collectors.joining(", "));
  }

  /** Drivers before 510 do not know a capability and refuse the whole question for it. */
  static Reply askSmi(String program) {
    Reply reply = askSmi(program, FIELDS);
    return reply.text().contains("compute_cap")
        ? askSmi(program, FIELDS.replace("compute_cap,", ""))
        : reply;
  }

  private static Reply askSmi(String program, String fields) {
    return ask(
        List.of(program, "--query-gpu=" + fields, "--format=csv,noheader,nounits"), PATIENCE);
  }

  /** Runs a program, for so long at most. */
  public static Reply ask(List<String> command, Duration limit) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      return reply(process, limit);
    } catch (IOException e) {
      return new Reply(End.ABSENT, "");
    }
  }

  private static Reply reply(Process process, Duration limit) {
    CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> text(process));
    try {
      String said = text.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Reply(process.exitValue() == 0 ? End.DONE : End.FAILED, said);
      }
    } catch (TimeoutException | ExecutionException e) {
      // It is ended below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return new Reply(End.SILENT, "");
  }

  private static String text(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * What a machine tells of itself.
   *
   * @param platform its system and architecture, as {@code Linux amd64}
   * @param smi what nvidia-smi says of its devices
   * @param libraries names of the shared libraries that a program finds
   */
  public record Machine(String platform, Reply smi, Set<String> libraries) {
    private static final String LINUX = "Linux amd64";

    /** Copies the set. */
    public Machine {
      libraries = Set.copyOf(libraries);
    }

    /** This machine. */
    public static Machine here() {
      String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
      Reply smi = askSmi("nvidia-smi");
      String visible = System.getenv("CUDA_VISIBLE_DEVICES");
      return new Machine(platform, visible == null ? smi : seen(smi, visible), Libraries.here());
    }

    private static Reply seen(Reply smi, String visible) {
      String uuids = visible.contains("GPU-") ? askSmi("nvidia-smi", "index,uuid").text() : "";
      return visible(smi, visible, uuids);
    }

    /** Its NVIDIA devices, whether or not a profile can use them. */
    public List<Device> devices() {
      return GpuPreflight.devices(smi.text());
    }

    /** Why it has no device, in words; empty where it has one. */
    public Optional<String> none() {
      return devices().isEmpty() ? Optional.of(silence()) : Optional.empty();
    }

    /** What it has for a profile. */
    public Answer check(Profile profile) {
      List<Device> usable = devices().stream().filter(profile::computes).toList();
      String wrong = wrong(profile, devices(), usable);
      return wrong.isEmpty()
          ? new Answer(usable, Optional.empty())
          : new Answer(List.of(), Optional.of(profile.key + ": " + wrong));
    }

    /** What natives of a profile lack here to load at all, for the CPU alone too. */
    public Optional<String> unloadable(Profile profile) {
      return unfound(
          profile.libraries().stream().filter(Libraries.OF_TORCH_CPU::contains).toList());
    }

    private Optional<String> unfound(List<String> wanted) {
      List<String> missing = wanted.stream().filter(name -> !libraries.contains(name)).toList();
      return missing.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "libraries of CUDA 13 or cuDNN 9 are not found: "
                  + String.join(", ", missing)
                  + "; install them, or name their folder in LD_LIBRARY_PATH; -P"
                  + Profile.CUDA12.key
                  + " brings its own, for devices up to "
                  + Profile.CUDA12.most);
    }

    private String wrong(Profile profile, List<Device> devices, List<Device> usable) {
      if (!platform.equals(LINUX)) {
        return "its natives are for " + LINUX + ", and this is " + platform;
      }
      if (devices.isEmpty()) {
        return silence() + "; " + profile.needs();
      }
      if (!profile.drives(devices.get(0))) {
        return "the driver is "
            + devices.get(0).driver()
            + "; "
            + profile.needs()
            + profile.instead(devices);
      }
      if (usable.isEmpty()) {
        return unfit(devices) + "; " + profile.needs() + profile.instead(devices);
      }
      return libraries.contains(DRIVER_LIBRARY)
          ? unfound(profile.libraries()).orElse("")
          : "the driver's "
              + DRIVER_LIBRARY
              + " is not found; a container needs NVIDIA_DRIVER_CAPABILITIES=compute,utility";
    }

    private static String unfit(List<Device> devices) {
      return devices.stream()
          .map(d -> d.name() + " has compute capability " + d.capability().orElse("not told"))
          .collect(Collectors.joining(", "));
    }

    private String silence() {
      return switch (smi.end()) {
        case ABSENT -> "no NVIDIA driver: nvidia-smi is not here";
        case SILENT -> "the NVIDIA driver hangs: nvidia-smi did not answer in time";
        case FAILED -> "nvidia-smi failed: " + smi.line();
        case DONE -> "nvidia-smi names no device: " + smi.line();
      };
    }
  }

  /**
   * An answer of nvidia-smi, which tells of all devices, as CUDA sees them where a variable names
   * some, by number or by the beginning of a UUID: those alone, in its order and counted anew, up
   * to the first name that is of none or of one that was named before.
   *
   * @param uuids what nvidia-smi says of index and UUID of each device
   */
  static Reply visible(Reply smi, String variable, String uuids) {
    List<Device> all = devices(smi.text());
    if (all.isEmpty()) {
      return smi;
    }
    List<Device> seen = new ArrayList<>();
    for (String name : variable.split(",", -1)) {
      Optional<Device> device = named(name.trim(), all, uuids);
      if (device.isEmpty() || seen.contains(device.get())) {
        break;
      }
      seen.add(device.get());
    }
    if (seen.isEmpty()) {
      return new Reply(
          End.DONE,
          "CUDA_VISIBLE_DEVICES, '" + variable + "', shows none; whole cards can be named there");
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < seen.size(); i++) {
      text.append(seen.get(i).row(i)).append('\n');
    }
    return new Reply(smi.end(), text.toString());
  }

  private static Optional<Device> named(String name, List<Device> all, String uuids) {
    String index =
        name.startsWith("GPU-")
            ? uuids
                .lines()
                .map(String::trim)
                .filter(line -> line.contains(", " + name))
                .map(line -> line.substring(0, line.indexOf(',')))
                .findFirst()
                .orElse("")
            : name;
    return all.stream().filter(d -> Integer.toString(d.index()).equals(index)).findFirst();
  }

  /** The devices in an answer; a driver's warnings among them are passed over. */
  static List<Device> devices(String answer) {
    return answer
        .lines()
        .map(String::trim)
        .map(DEVICE::matcher)
        .filter(Matcher::matches)
        .map(GpuPreflight::device)
        .toList();
  }

  private static Device device(Matcher line) {
    return new Device(
        Integer.parseInt(line.group(1)),
        line.group(2),
        Optional.ofNullable(line.group(3)).filter(text -> !text.startsWith("[")),
        number(line.group(4)),
        number(line.group(5)),
        line.group(6));
  }

  private static OptionalLong number(String text) {
    return text.startsWith("[") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
  }

  /** Versions number by number; what one lacks is 0. */
  static int compare(String one, String other) {
    int[] a = Arrays.stream(one.split("\\.")).mapToInt(Integer::parseInt).toArray();
    int[] b = Arrays.stream(other.split("\\.")).mapToInt(Integer::parseInt).toArray();
    int length = Math.max(a.length, b.length);
    return Arrays.compare(Arrays.copyOf(a, length), Arrays.copyOf(b, length));
  }

  /** The shared libraries that a program finds here. */
  private static final class Libraries {
    /** What libtorch_cpu of a GPU build is linked with. */
    static final List<String> OF_TORCH_CPU = List.of("libcudart.so.13", "libcupti.so.13");

    /** What libtorch_cuda is linked with, and its libcusparse in turn. */
    static final List<String> OF_TORCH =
        Stream.concat(
                OF_TORCH_CPU.stream(),
                Stream.of(
                    "libcublas.so.13",
                    "libcublasLt.so.13",
                    "libcudnn.so.9",
                    "libcufft.so.12",
                    "libcufile.so.0",
                    "libcurand.so.10",
                    "libcusparse.so.12",
                    "libnccl.so.2",
                    "libnvJitLink.so.13"))
            .toList();

    /** Where JavaCPP and libtorch look beside the places that the system knows. */
    private static final List<String> FOLDERS =
        List.of(
            "/usr/local/cuda-13.1/lib64",
            "/usr/local/cuda-13.1/extras/CUPTI/lib64",
            "/usr/local/cuda/lib64",
            "/usr/local/cuda/lib",
            "/usr/local/cuda/extras/CUPTI/lib64",
            "/usr/lib64");

    private Libraries() {}

    static Set<String> here() {
      Set<String> names = new LinkedHashSet<>(cached("ldconfig"));
      names.addAll(cached("/sbin/ldconfig"));
      List<String> folders = new ArrayList<>(FOLDERS);
      String path = System.getenv("LD_LIBRARY_PATH");
      folders.addAll(path == null ? List.of() : List.of(path.split(":")));
      folders.stream()
          .filter(folder -> !folder.isEmpty())
          .forEach(f -> names.addAll(in(Path.of(f))));
      return names;
    }

    private static List<String> cached(String program) {
      return ask(List.of(program, "-p"), PATIENCE)
          .text()
          .lines()
          .map(LIBRARY::matcher)
          .filter(Matcher::matches)
          .map(found -> found.group(1))
          .toList();
    }

    private static List<String> in(Path folder) {
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files.map(file -> String.valueOf(file.getFileName())).toList();
      } catch (IOException e) {
        return List.of();
      }
    }
  }
}
