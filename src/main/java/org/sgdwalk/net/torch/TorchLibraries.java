package org.sgdwalk.net.torch;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Libraries of libtorch that JavaCPP loads before it has looked at what they need: the system's
 * linker then takes what lies beside them in the cache. Where another process has unpacked only a
 * part of it, now or when it was killed, this process would be ended by SIGBUS. So these are
 * unpacked first: JavaCPP compares each with its jar and waits for a process that is unpacking.
 */
final class TorchLibraries {
  /** What {@code torch} and {@code torch_cuda} need of their own folder. */
  private static final List<String> NEEDED = List.of("c10", "torch_cpu");

  /** Behind the platform's name in the folders of JavaCPP's builds: for a CPU and for cards. */
  private static final List<String> BUILDS = List.of("", "-gpu");

  private TorchLibraries() {}

  /**
   * Call before libtorch loads. Returns the files, which are whole; none where libtorch is not in a
   * jar.
   *
   * @throws IOException if they cannot be unpacked
   */
  static List<File> unpack() throws IOException {
    List<File> files = new ArrayList<>();
    for (String build : BUILDS) {
      for (String library : NEEDED) {
        URL packed = resource(build, library);
        if (packed != null) {
          files.add(Loader.cacheResource(packed));
        }
      }
    }
    return files;
  }

  private static @Nullable URL resource(String build, String library) {
    return torch.class.getResource(
        "/org/bytedeco/pytorch/%s%s/%s"
            .formatted(Loader.getPlatform(), build, System.mapLibraryName(library)));
  }
}
