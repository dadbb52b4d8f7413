#!/usr/bin/env bash
# JavaCPP 1.5.13 and its libtorch (org.bytedeco:pytorch:2.10.0-1.5.13): libraries are unpacked from a jar into a cache
# that all processes of a user share, each when its turn comes, after a look whether the one in the cache is the jar's,
# under a lock. But libtorch.so has its turn before libtorch_cpu.so, which it needs and which the system's linker looks
# for beside it: into an empty cache libtorch.so is unpacked and tried in vain, then libtorch_cpu.so is unpacked and
# loaded. So where the cache has a libtorch_cpu.so, the linker takes it before JavaCPP has looked at it. One that a
# killed process had unpacked in part ended every later process in the linker until somebody deleted the cache, and
# executors of Spark that began together on one machine ended each other (seen; not done here). This script only shows
# the order, by JavaCPP's own log. Needs Linux on x86-64, a JDK from 11 on, Maven, network, 500 MB.
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
      <artifactId>pytorch</artifactId>
      <version>2.10.0-1.5.13</version>
    </dependency>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>pytorch</artifactId>
      <version>2.10.0-1.5.13</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>javacpp</artifactId>
      <version>1.5.13</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>openblas</artifactId>
      <version>0.3.31-1.5.13</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
  </dependencies>
</project>
XML
cat >"$folder/Finding.java" <<'JAVA'
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

public class Finding {
  public static void main(String[] arguments) {
    try (Tensor ones = torch.ones(3)) {
      System.out.println("sum " + ones.sum().item_float());
    }
  }
}
JAVA
mvn -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies "-DoutputDirectory=$folder/lib"
javac -cp "$folder/lib/*" -d "$folder" "$folder/Finding.java"
java -Dorg.bytedeco.javacpp.cachedir="$folder/cache" -Dorg.bytedeco.javacpp.logger.debug=true \
  -cp "$folder:$folder/lib/*" Finding >"$folder/log" 2>&1
order=$(grep -oE '(Extracting|Loading|Failed to load) \S*/libtorch(_cpu)?\.so' "$folder/log" | sed 's# \S*/# #')
printf 'JavaCPP 1.5.13:\n%s\n%s\n' "$order" "$(grep '^sum' "$folder/log")"
expected='Extracting libtorch.so
Loading libtorch.so
Failed to load libtorch.so
Extracting libtorch_cpu.so
Loading libtorch_cpu.so'
[ "$(head -n 5 <<<"$order")" = "$expected" ] && grep -q '^sum 3' "$folder/log" || { echo "changed"; exit 1; }
