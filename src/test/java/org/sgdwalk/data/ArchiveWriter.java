package org.sgdwalk.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes archives with any names, right or wrong, in any order and as often as asked. */
final class ArchiveWriter {
  private final List<String> names = new ArrayList<>();
  private final List<byte[]> contents = new ArrayList<>();
  private final List<Byte> tarKinds = new ArrayList<>();

  /** Adds a file. */
  ArchiveWriter add(String name, byte[] content) {
    return add(name, content, TarConstants.LF_NORMAL);
  }

  /** Adds an entry of another kind, for example a link; for tar only. */
  ArchiveWriter add(String name, byte[] content, byte tarKind) {
    names.add(name);
    contents.add(content);
    tarKinds.add(tarKind);
    return this;
  }

  /** The archive as tar, not compressed. */
  byte[] tar() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < names.size(); i++) {
        TarArchiveEntry entry = new TarArchiveEntry(names.get(i), tarKinds.get(i), true);
        entry.setSize(contents.get(i).length);
        entry.setLinkName("elsewhere");
        tar.putArchiveEntry(entry);
        tar.write(contents.get(i));
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The archive as zip. */
  byte[] zip() {
    return zip(Zip64Mode.AsNeeded);
  }

  /** The same with sizes of 8 bytes, and those behind the files. */
  byte[] zipToStream() {
    return zip(Zip64Mode.Always);
  }

  private byte[] zip(Zip64Mode sizes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setUseZip64(sizes);
      for (int i = 0; i < names.size(); i++) {
        zip.putArchiveEntry(new ZipArchiveEntry(names.get(i)));
        zip.write(contents.get(i));
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
