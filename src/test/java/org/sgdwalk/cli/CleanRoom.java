package org.sgdwalk.cli;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.DockerStatus;

/**
 * A container with the packaged program, and no network, no root, nothing writable but what is
 * given.
 */
final class CleanRoom {
  /** Where the natives are unpacked. */
  static final String NATIVES = "/natives";

  private static final String PROGRAM = "/app/sgd-walk.jar";
  private static final String USER = "10001:10001";
  private static final String OWNED = "rw,nosuid,nodev,mode=0700,uid=10001,gid=10001,";
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final DockerImageName image;
  private final List<Bind> binds = new ArrayList<>();
  private final Map<String, String> inMemory = new HashMap<>();

  /**
   * A room.
   *
   * @param image what it has: a JRE
   * @param program the packaged jar, with {@code lib} beside it
   */
  CleanRoom(String image, Path program) {
    this.image = DockerImageName.parse(image);
    withReadable(program, PROGRAM);
    withReadable(program.resolveSibling("lib"), "/app/lib");
  }

  /** What the program did in it, both its outputs together. */
  record Ran(long exitCode, String output) {}

  /** A file or folder of the host that can be read there. */
  CleanRoom withReadable(Path here, String there) {
    binds.add(new Bind(here.toAbsolutePath().toString(), new Volume(there), AccessMode.ro));
    return this;
  }

  /** A folder of the host that can be written there. */
  CleanRoom withWritable(Path here, String there) {
    binds.add(new Bind(here.toAbsolutePath().toString(), new Volume(there)));
    return this;
  }

  /** A folder in memory that can be written there: {@code exec,size=1g}. */
  CleanRoom withMemory(String there, String options) {
    inMemory.put(there, OWNED + options);
    return this;
  }

  /** Runs the program in a new container, as docs/use.md says, and removes it. */
  Ran run(String... arguments) {
    try (GenericContainer<?> container = new GenericContainer<>(image)) {
      container
          .withCommand(command(arguments))
          .withCreateContainerCmdModifier(
              create ->
                  Objects.requireNonNull(create.withUser(USER).getHostConfig())
                      .withNetworkMode("none")
                      .withReadonlyRootfs(true)
                      .withTmpFs(inMemory)
                      .withBinds(binds))
          .withStartupCheckStrategy(new Ended().withTimeout(LONGEST))
          .start();
      Long code = container.getCurrentContainerInfo().getState().getExitCodeLong();
      return new Ran(Objects.requireNonNull(code, "it has ended"), container.getLogs());
    }
  }

  private static String[] command(String... arguments) {
    return Stream.concat(
            Stream.of(
                "java",
                "-Dorg.bytedeco.javacpp.cachedir=" + NATIVES,
                "-Djna.tmpdir=" + NATIVES,
                "-jar",
                PROGRAM),
            Stream.of(arguments))
        .toArray(String[]::new);
  }

  /** Any end of the program is one that a test looks at. */
  private static final class Ended extends StartupCheckStrategy {
    @Override
    public StartupStatus checkStartupState(DockerClient client, String container) {
      return DockerStatus.isContainerStopped(getCurrentState(client, container))
          ? StartupStatus.SUCCESSFUL
          : StartupStatus.NOT_YET_KNOWN;
    }
  }
}
