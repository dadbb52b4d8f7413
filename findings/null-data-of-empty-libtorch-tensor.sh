#!/usr/bin/env bash
# libtorch 2.10.0 from Java (org.bytedeco:pytorch 2.10.0-1.5.13): data_ptr() of a tensor without elements is a null
# pointer, and JavaCPP's put and get refuse a null pointer also for an array of no elements. So a loop that copies
# arrays into tensors and out of them works for every size but 0. Of a Java array of no elements a pointer is not null.
# Needs a JDK from 11 on, Maven, network.
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
      <artifactId>openblas</artifactId>
      <version>0.3.31-1.5.13</version>
      <classifier>linux-x86_64</classifier>
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
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

public class Finding {
  public static void main(String[] arguments) {
    System.out.println("one element: " + put(1));
    System.out.println("no element: " + put(0));
    System.out.println("pointer of an empty array is null: " + new DoublePointer(new double[0]).isNull());
  }

  private static String put(int length) {
    Tensor tensor = torch.zeros(length).to(torch.ScalarType.Double);
    DoublePointer data = new DoublePointer(tensor.data_ptr());
    try {
      data.put(new double[length]);
      return "copied";
    } catch (NullPointerException e) {
      return e.getMessage();
    }
  }
}
JAVA
mvn -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies "-DoutputDirectory=$folder/lib"
javac -cp "$folder/lib/*" -d "$folder" "$folder/Finding.java"
said=$(java -cp "$folder:$folder/lib/*" Finding 2>/dev/null)
echo "libtorch 2.10.0:"
echo "$said"
expected='one element: copied
no element: This pointer address is NULL.
pointer of an empty array is null: false'
[ "$said" = "$expected" ] || { echo "changed"; exit 1; }
