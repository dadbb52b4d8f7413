package org.sgdwalk.spark;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Network.Ipam;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/** Containers on a network of their own, with Spark as Maven resolves it and a JRE. */
final class Machines implements AutoCloseable {
  /** Of the addresses for tests of networks: one for each process of one machine. */
  private static final String NET = "198.18." + ProcessHandle.current().pid() % 250 + ".";

  private final String image;
  private final Map<Path, String> folders;
  private final Network network =
      Network.builder()
          .createNetworkCmdModifier(
              create ->
                  create.withIpam(
                      new Ipam().withConfig(new Ipam.Config().withSubnet(NET + "0/24"))))
          .build();
  private final Map<String, GenericContainer<?>> machines = new HashMap<>();

  /**
   * No machine yet.
   *
   * @param folders of this machine, by what they are called in all of them
   */
  Machines(String image, Map<Path, String> folders) {
    this.image = image;
    this.folders = folders;
  }

  /** Starts a class of Spark's. */
  GenericContainer<?> start(String name, Map<String, String> environment, List<String> program) {
    List<String> command = new ArrayList<>(List.of("java", "-cp", "/spark/jars/*"));
    command.addAll(program);
    GenericContainer<?> machine =
        new GenericContainer<>(DockerImageName.parse(image))
            .withNetwork(network)
            .withNetworkAliases(name)
            .withEnv("SPARK_HOME", "/spark")
            .withEnv("SPARK_SCALA_VERSION", "2.13")
            .withEnv("SPARK_LOCAL_HOSTNAME", name)
            .withEnv(environment)
            .withCommand(command.toArray(String[]::new))
            .withCreateContainerCmdModifier(
                create -> {
                  create.withHostName(name).withIpv4Address(address(machines.size()));
                  Objects.requireNonNull(create.getHostConfig()).withBinds(binds());
                });
    machines.put(name, machine);
    machine.start();
    return machine;
  }

  /** The first addresses are the network's own. */
  private static String address(int number) {
    return NET + (10 + number);
  }

  private List<Bind> binds() {
    return folders.entrySet().stream()
        .map(
            folder ->
                new Bind(
                    folder.getKey().toAbsolutePath().toString(), new Volume(folder.getValue())))
        .toList();
  }

  /** Ends a machine as a cut of its power does. */
  void kill(String name) {
    docker().killContainerCmd(id(name)).exec();
  }

  /** Takes a machine from the network; what runs there goes on. */
  void cut(String name) {
    docker()
        .disconnectFromNetworkCmd()
        .withNetworkId(network.getId())
        .withContainerId(id(name))
        .exec();
  }

  /** Brings it back under its name and address. */
  void join(String name) {
    String address =
        Objects.requireNonNull(
            machine(name).getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .findFirst()
                .orElseThrow()
                .getIpAddress());
    docker()
        .connectToNetworkCmd()
        .withNetworkId(network.getId())
        .withContainerId(id(name))
        .withContainerNetwork(
            new ContainerNetwork()
                .withAliases(name)
                .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(address)))
        .exec();
  }

  private String id(String name) {
    return machine(name).getContainerId();
  }

  private GenericContainer<?> machine(String name) {
    return Objects.requireNonNull(machines.get(name), name);
  }

  private static DockerClient docker() {
    return DockerClientFactory.instance().client();
  }

  @Override
  public void close() {
    machines.values().forEach(GenericContainer::stop);
    network.close();
  }
}
