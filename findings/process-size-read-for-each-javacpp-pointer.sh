#!/usr/bin/env bash
# JavaCPP 1.5.13 (org.bytedeco:javacpp) on Linux: as long as it has a limit on the process's memory, and by itself it
# has one (four times the heap), it asks the system for the size of the process for every native object that it is to
# free, under a lock. On Linux that opens and reads a file of /proc: 10,000 pointers are 10,000 readings, and none with
# org.bytedeco.javacpp.maxphysicalbytes=0. In a loop of small libtorch operations the readings take longer than the
# arithmetic. Counted by the system's own count of readings (/proc/self/io). Needs a JDK from 11 on, Maven, network.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>javacpp</artifactId>
      <version>1.5.13</version>
    </dependency>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>javacpp</artifactId>
      <version>1.5.13</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
  </dependencies>
</project>
XML
cat >"$folder/Finding.java" <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.DoublePointer;

public class Finding {
  private static final int POINTERS = 10_000;

  public static void main(String[] arguments) throws Exception {
    make(100); // what loads classes and natives reads too
    long before = readings();
    make(POINTERS);
    System.out.println((readings() - before) / POINTERS + " readings a pointer");
  }

  private static void make(int pointers) {
    for (int i = 0; i < pointers; i++) {
      new DoublePointer(1).close();
    }
  }

  private static long readings() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/io")).stream()
        .filter(line -> line.startsWith("syscr: "))
        .mapToLong(line -> Long.parseLong(line.substring(7)))
        .sum();
  }
}
JAVA
mvn -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies "-DoutputDirectory=$folder/lib"
javac -cp "$folder/lib/*" -d "$folder" "$folder/Finding.java"
by_itself=$(java -cp "$folder:$folder/lib/*" Finding 2>/dev/null)
without=$(java -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -cp "$folder:$folder/lib/*" Finding 2>/dev/null)
echo "JavaCPP 1.5.13: by itself $by_itself, without its limit $without"
[ "$by_itself" = '1 readings a pointer' ] && [ "$without" = '0 readings a pointer' ] || { echo "changed"; exit 1; }
