#!/usr/bin/env bash
# Spark 4.2.0 with master local-cluster and its jars on the class path, but no SPARK_HOME: the context starts, the first
# job fails, and its error does not say why. With a SPARK_HOME that has an empty folder jars/, the class path for the
# executors, and SPARK_SCALA_VERSION, which only Spark's shell scripts set, the same job runs.
# Needs JDK 17, Maven, and the network.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>x</groupId><artifactId>x</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.spark</groupId><artifactId>spark-core_2.13</artifactId><version>4.2.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  "-Dmdep.outputFile=$folder/path"
cat >"$folder/Count.java" <<'JAVA'
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

public class Count {
  public static void main(String[] arguments) {
    SparkConf conf = new SparkConf().setMaster("local-cluster[1,1,1024]").setAppName("count")
        .set("spark.ui.enabled", "false").set("spark.executor.extraClassPath", System.getProperty("java.class.path"));
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      System.out.println("SAID started");
      System.out.println("SAID " + spark.parallelize(List.of(1, 2, 3), 1).count());
    } catch (Exception e) {
      System.out.println("SAID " + e.getMessage());
    }
  }
}
JAVA
path=$folder:$(cat "$folder/path")
javac -cp "$path" -d "$folder" "$folder/Count.java"
mkdir -p "$folder/home/jars"
count() { (cd "$folder" && env -u SPARK_HOME -u SPARK_SCALA_VERSION SPARK_LOCAL_IP=127.0.0.1 "$@" java -cp "$path" Count 2>/dev/null) | sed -n 's/^SAID //p'; }
without=$(count)
with=$(count SPARK_HOME="$folder/home" SPARK_SCALA_VERSION=2.13)
printf 'without SPARK_HOME:\n%s\nwith it:\n%s\n' "$without" "$with"
[ "$with" = $'started\n3' ] || { echo "changed: it does not run with SPARK_HOME"; exit 1; }
case $without in
  started*3) echo "changed: it runs without SPARK_HOME"; exit 1 ;;
  *SPARK_HOME* | *SPARK_SCALA_VERSION* | *"build directories"*) echo "changed: the error names the reason"; exit 1 ;;
  started*) ;;
  *) echo "changed: the context does not start"; exit 1 ;;
esac
