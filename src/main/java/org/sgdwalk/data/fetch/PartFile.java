package org.sgdwalk.data.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.sgdwalk.data.DataException;
import org.sgdwalk.data.FileSum;
import org.sgdwalk.data.PublishedFile;

/**
 * The bytes of a file that have arrived, under another name than its own: it gets that only when it
 * is whole and right. Beside it lies a note of where they came from, to go on there later.
 */
final class PartFile {
  private static final int NOTE_LINES = 2;

  private final PublishedFile published;
  private final Path path;
  private final Path note;
  private final Path target;
  private final Path rejected;

  /** In {@code folder}, which exists. */
  PartFile(Path folder, PublishedFile published) {
    this.published = published;
    this.path = folder.resolve("." + published.name() + ".part");
    this.note = folder.resolve("." + published.name() + ".part.from");
    this.target = folder.resolve(published.name());
    this.rejected = folder.resolve(published.name() + ".rejected");
  }

  /** Bytes that are there; 0 if none. */
  long size() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      throw failed("cannot be read", e);
    }
  }

  /**
   * What the server called the state of the file that the bytes are of, if they came from {@code
   * address}; else empty.
   */
  String validator(String address) {
    try {
      List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
      return lines.size() == NOTE_LINES && lines.get(0).equals(address) ? lines.get(1) : "";
    } catch (IOException e) {
      return ""; // The note only saves work: the sum is checked whatever it says.
    }
  }

  /**
   * Opens it to write from byte {@code start} on, and notes where that comes from.
   *
   * @param start 0 drops what is there
   */
  FileChannel open(long start, String address, String validator) {
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(start);
      channel.position(start);
      Files.writeString(note, address + "\n" + validator + "\n");
      return channel;
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
  }

  /** Appends a buffer. */
  void write(FileChannel channel, ByteBuffer buffer) {
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
  }

  /** Drops what was written: it is of another file. */
  void empty(FileChannel channel) {
    try {
      channel.truncate(0);
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
  }

  /** Makes sure that it survives a power cut. */
  void flush(FileChannel channel) {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
  }

  /** Its size and sum. */
  FileSum sum() {
    try {
      return FileSum.of(path);
    } catch (IOException e) {
      throw failed("cannot be read", e);
    }
  }

  /** Gives it its name, in one step. */
  void accept() {
    move(target);
  }

  /** Keeps it aside, for a person to look at; returns where. */
  Path reject() {
    move(rejected);
    return rejected;
  }

  /** Keeps what lies under the file's own name aside; returns whether there was something. */
  boolean rejectTarget() {
    try {
      if (Files.exists(target)) {
        Files.move(target, rejected, StandardCopyOption.REPLACE_EXISTING);
        return true;
      }
      return false;
    } catch (IOException e) {
      throw failed("cannot be replaced", e);
    }
  }

  /** Forgets what is there. */
  void drop() {
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(note);
    } catch (IOException e) {
      throw failed("cannot be deleted", e);
    }
  }

  private void move(Path to) {
    try {
      Files.move(path, to, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(note);
    } catch (IOException e) {
      throw failed("cannot become " + to, e);
    }
  }

  private DataException failed(String what, IOException e) {
    return new DataException(
        "%s: %s (%s); the cache needs %d bytes of writable disk for it, see -Dsgdwalk.cache.dir"
            .formatted(path, what, Server.said(e), published.bytes()),
        e);
  }
}
