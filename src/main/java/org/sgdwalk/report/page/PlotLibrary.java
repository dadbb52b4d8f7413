package org.sgdwalk.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * uPlot, which a page with walks has in itself.
 *
 * @param licence its copyright and licence, which stand wherever its script does; a comment
 * @param script its code, minified, without the banner, which is an address
 * @param style its style sheet
 */
record PlotLibrary(String licence, String script, String style) {
  private static final String PROPERTIES = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
  private static final String FILES = "/META-INF/resources/webjars/uplot/";

  /** Reads it from the class path. */
  static PlotLibrary load() {
    try {
      Properties properties = new Properties();
      properties.load(new StringReader(text(PROPERTIES)));
      String version = properties.getProperty("version");
      String files = FILES + version + "/";
      return new PlotLibrary(
          "/*! uPlot %s\n\n%s\n*/".formatted(version, text(files + "LICENSE").strip()),
          text(files + "dist/uPlot.iife.min.js").replaceFirst("^/\\*!.*?\\*/\\s*", ""),
          text(files + "dist/uPlot.min.css"));
    } catch (IOException e) {
      throw new UncheckedIOException("the class path lacks uPlot", e);
    }
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = PlotLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is not there");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
