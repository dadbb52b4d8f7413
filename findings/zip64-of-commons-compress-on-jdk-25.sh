#!/usr/bin/env bash
# commons-compress 1.28.0 writes a stream of small entries with Zip64Mode.Always. JDK 17 reads the archive; JDK 25's ZipFile
# refuses it, though no number in it is wrong: it wants the zip64 extra field no longer than what overflows.
# Needs JDK_17 and JDK_25 (or finds them beside each other), Maven, and the network.
set -euo pipefail
jdk() {
  local wanted=$1 given=$2
  for home in "$given" "$(dirname "$(readlink -f "$(command -v java)")")"/../../*; do
    if grep -qs "^JAVA_VERSION=\"$wanted\." "$home/release"; then echo "$home"; return; fi
  done
  echo "no JDK $wanted; set JDK_$wanted" >&2
  exit 2
}
old=$(jdk 17 "${JDK_17:-}")
new=$(jdk 25 "${JDK_25:-}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for artifact in org.apache.commons:commons-compress:1.28.0 commons-io:commons-io:2.20.0 \
  org.apache.commons:commons-lang3:3.18.0 commons-codec:commons-codec:1.19.0; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy "-Dartifact=$artifact" "-DoutputDirectory=$folder"
done
cat >"$folder/Zip64.java" <<'JAVA'
import java.io.*;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

public class Zip64 {
  public static void main(String[] arguments) throws IOException {
    File file = new File(arguments[1]);
    if (arguments[0].equals("write")) {
      try (var zip = new ZipArchiveOutputStream(new BufferedOutputStream(new FileOutputStream(file)))) {
        zip.setUseZip64(Zip64Mode.Always);
        zip.putArchiveEntry(new ZipArchiveEntry("a.txt"));
        zip.write("hello".getBytes());
        zip.closeArchiveEntry();
      }
      return;
    }
    try (ZipFile zip = new ZipFile(file)) {
      System.out.println("reads " + new String(zip.getInputStream(zip.getEntry("a.txt")).readAllBytes()));
    } catch (ZipException e) {
      System.out.println("refuses: " + e.getMessage());
    }
  }
}
JAVA
"$old/bin/javac" -cp "$folder/*" -d "$folder" "$folder/Zip64.java"
"$old/bin/java" -cp "$folder:$folder/*" Zip64 write "$folder/a.zip"
said_old=$("$old/bin/java" -cp "$folder:$folder/*" Zip64 read "$folder/a.zip")
said_new=$("$new/bin/java" -cp "$folder:$folder/*" Zip64 read "$folder/a.zip")
echo "commons-compress 1.28.0, $("$old/bin/java" -version 2>&1 | head -n 1): $said_old"
echo "commons-compress 1.28.0, $("$new/bin/java" -version 2>&1 | head -n 1): $said_new"
[ "$said_old" = "reads hello" ] || { echo "changed: JDK 17"; exit 1; }
[ "$said_new" = "refuses: Invalid CEN header (invalid zip64 extra data field size)" ] || { echo "changed: JDK 25"; exit 1; }
