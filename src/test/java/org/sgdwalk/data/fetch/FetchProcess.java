package org.sgdwalk.data.fetch;

import java.net.URI;
import java.nio.file.Path;
import org.sgdwalk.data.PublishedFile;

/** Fetches the fixture's set, in a JVM of its own: arguments CACHE ADDRESS BYTES SHA256. */
final class FetchProcess {
  private FetchProcess() {}

  public static void main(String[] arguments) {
    PublishedFile file =
        new PublishedFile(FetchFixture.FILE, Long.parseLong(arguments[2]), arguments[3]);
    FetchFixture.Heard heard = new FetchFixture.Heard();
    new DataFetcher(Path.of(arguments[0]), FetchFixture.server(), heard)
        .deliver(FetchFixture.set(file, URI.create(arguments[1])));
    System.out.println("received " + heard.received + " " + heard.messages);
  }
}
