package org.sgdwalk.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Allure's report in one file: its program, and the files that the program reads. Allure writes
 * each file in base64, several times the size of what it says, and asks a host on the web when the
 * page is opened.
 *
 * @param head the page up to its data
 * @param data the files that the program reads, by name
 * @param tail the page after its data
 */
record AllurePage(String head, Map<String, byte[]> data, String tail) {
  private static final String BEGIN = "<script defer>";
  private static final String END = "</script>";

  private static final Pattern FILE = Pattern.compile("\\bd\\('([^']*+)','([^']*+)'\\)");

  /** The script of the host, and the one that tells it what is opened. */
  private static final Pattern ANALYTICS =
      Pattern.compile(
          "\\s*<script async src=\"https?://[^\"]*\">\\s*</script>\\s*<script>[^<]*gtag[^<]*</script>");

  private static final Pattern FROM_A_HOST =
      Pattern.compile("(?:src|href)\\s*=\\s*\"?'?(?:https?:)?//");

  /** Takes a page as Allure 2 writes it apart. */
  static AllurePage of(String html) throws IOException {
    int begin = html.lastIndexOf(BEGIN);
    int end = html.indexOf(END, begin);
    if (begin < 0 || end < 0) {
      throw new IOException("Allure's page has no data where Allure 2 has them");
    }
    Map<String, byte[]> data = new LinkedHashMap<>();
    Matcher file = FILE.matcher(html).region(begin, end);
    while (file.find()) {
      data.put(file.group(1), Base64.getDecoder().decode(file.group(2)));
    }
    String head = ANALYTICS.matcher(html.substring(0, begin)).replaceAll("");
    String tail = html.substring(end + END.length());
    if (data.isEmpty() || FROM_A_HOST.matcher(head + tail).find()) {
      throw new IOException("Allure's page has another form than that of the version in the pom");
    }
    return new AllurePage(head, data, tail);
  }

  /** The page again, its data compressed, equal files once, and with nothing to ask of a host. */
  String packed() throws IOException {
    String packed = Base64.getEncoder().encodeToString(gzip(files()));
    return head + UNPACK.formatted(packed) + tail;
  }

  /** A list for each content: its bytes as characters of Latin 1, then the names it goes by. */
  private List<List<String>> files() {
    Map<String, List<String>> files = new LinkedHashMap<>();
    data.forEach(
        (name, bytes) -> {
          String content = new String(bytes, StandardCharsets.ISO_8859_1);
          files.computeIfAbsent(content, c -> new ArrayList<>(List.of(c))).add(name);
        });
    return List.copyOf(files.values());
  }

  private static byte[] gzip(List<List<String>> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      new ObjectMapper().writeValue(zipped, files);
    }
    return bytes.toByteArray();
  }

  /** What a browser of 2023 and newer can do by itself; an older one says that it cannot. */
  private static final String UNPACK =
      """
      <script id="packed" type="text/plain">%s</script>
          <script>
            (async function () {
              const packed = atob(document.getElementById('packed').textContent);
              const bytes = Uint8Array.from(packed, c => c.charCodeAt(0));
              const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
              for (const [content, ...names] of await new Response(stream).json()) {
                const value = btoa(content);
                for (const name of names) window.reportData[name] = value;
              }
              window.reportDataReady = true;
            })().catch(function (error) {
              document.body.textContent = 'This browser cannot unpack the report: ' + error;
            });
          </script>""";
}
