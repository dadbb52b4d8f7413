package org.sgdwalk.jmh;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.sgdwalk.data.DataCatalog;
import org.sgdwalk.data.LoadedImages;
import org.sgdwalk.data.Split;
import org.sgdwalk.settings.Options;
import org.sgdwalk.settings.Settings;

/**
 * A data directory with the files of one data set: copies of the real ones where {@code
 * sgdwalk.data.dir}, or {@code shared/data} beside the checkout, has them; else files of as many
 * images, of noise.
 */
@State(Scope.Benchmark)
public class DataFolder {
  private static final Map<String, List<String>> FILES =
      Map.of(
          "mnist", List.of("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"),
          "fashion-mnist", List.of("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"),
          "cifar-10", List.of("data_batch_1.bin.gz"),
          "tiny-imagenet", List.of("tiny-imagenet-200-subset20.zip"));

  /** Name of the data set. */
  @Param({"mnist", "fashion-mnist", "cifar-10", "tiny-imagenet"})
  public String set = "mnist";

  private Path folder;

  /** Copies the files, or makes them. */
  @Setup(Level.Trial)
  public void make() throws IOException {
    folder = Files.createTempDirectory("data");
    Path to = Files.createDirectory(folder.resolve(set));
    Path given = Settings.of(Options.ofProcess()).dataDir();
    Path from = (given == null ? Path.of("../shared/data") : given).resolve(set);
    for (String file : FILES.getOrDefault(set, List.of())) {
      if (Files.isRegularFile(from.resolve(file))) {
        Files.copy(from.resolve(file), to.resolve(file));
      } else {
        write(to.resolve(file));
      }
    }
  }

  LoadedImages load() {
    return new DataCatalog(folder).load(set, Split.TRAINING);
  }

  private static void write(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".zip")) {
      writeJpegs(file);
      return;
    }
    try (OutputStream out = Files.newOutputStream(file);
        DataOutputStream gzip = new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
      if (name.contains("images")) {
        for (int field : new int[] {0x803, 60_000, 28, 28}) {
          gzip.writeInt(field);
        }
        gzip.write(noise(60_000 * 28 * 28));
      } else if (name.contains("labels")) {
        gzip.writeInt(0x801);
        gzip.writeInt(60_000);
        gzip.write(new byte[60_000]);
      } else {
        byte[] record = noise(3_073);
        record[0] = 1;
        for (int i = 0; i < 10_000; i++) {
          gzip.write(record);
        }
      }
    }
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private static void writeJpegs(Path file) throws IOException {
    java.awt.image.BufferedImage image =
        new java.awt.image.BufferedImage(64, 64, java.awt.image.BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, random.nextInt(1 << 24));
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", jpeg);
    StringBuilder wnids = new StringBuilder();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int label = 0; label < 20; label++) {
        String wnid = "n%08d".formatted(label);
        wnids.append(wnid).append('\n');
        for (int i = 0; i < 500; i++) {
          add(zip, "train/%1$s/images/%1$s_%2$d.JPEG".formatted(wnid, i), jpeg.toByteArray());
        }
      }
      add(zip, "wnids.txt", wnids.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry("tiny-imagenet-200/" + path));
    zip.write(content);
    zip.closeEntry();
  }

  /** Removes the files. */
  @TearDown(Level.Trial)
  public void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(DataFolder::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
