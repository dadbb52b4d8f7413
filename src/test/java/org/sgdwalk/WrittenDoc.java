package org.sgdwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that a test writes: between a mark that names the test and {@code end}. */
public final class WrittenDoc {
  private static final String END = "<!-- end -->\n";

  private WrittenDoc() {}

  /**
   * Checks that the part is this text; writes it with {@code -Dsgdwalk.test.writeDocs}.
   *
   * @param by the test, a colon and the name of the part, as the mark has them
   */
  public static void holds(Path document, String by, String text) throws IOException {
    String begin = "<!-- by " + by + "; -Dsgdwalk.test.writeDocs -->\n";
    String doc = Files.readString(document);
    int start = doc.indexOf(begin) + begin.length();
    assertThat(start).as(begin).isGreaterThanOrEqualTo(begin.length());
    String written = doc.substring(0, start) + text + doc.substring(doc.indexOf(END, start));
    if (Boolean.getBoolean("sgdwalk.test.writeDocs")) {
      Files.writeString(document, written);
    } else {
      assertThat(doc).isEqualTo(written);
    }
  }
}
