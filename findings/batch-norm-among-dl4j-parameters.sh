#!/usr/bin/env bash
# DL4J 1.0.0-M2.1: MultiLayerNetwork.params() of a network with batch norm holds the running mean and the base-10 logarithm of
# the running standard deviation, though no optimiser trains them; the gradient carries a value for each, so that a norm, a
# distance or a cosine of these vectors is not one of trainable parameters. Needs a JDK from 11 on, Maven, and the network.
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
      <groupId>org.deeplearning4j</groupId>
      <artifactId>deeplearning4j-nn</artifactId>
      <version>1.0.0-M2.1</version>
    </dependency>
    <dependency>
      <groupId>org.nd4j</groupId>
      <artifactId>nd4j-native</artifactId>
      <version>1.0.0-M2.1</version>
    </dependency>
    <dependency>
      <groupId>org.nd4j</groupId>
      <artifactId>nd4j-native</artifactId>
      <version>1.0.0-M2.1</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>openblas</artifactId>
      <version>0.3.19-1.5.7</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
    <dependency>
      <groupId>org.bytedeco</groupId>
      <artifactId>javacpp</artifactId>
      <version>1.5.7</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
  </dependencies>
</project>
XML
cat >"$folder/Finding.java" <<'JAVA'
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;

public class Finding {
  public static void main(String[] arguments) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.TANH).build())
                .layer(new BatchNormalization.Builder().nOut(4).build())
                .layer(new OutputLayer.Builder().nIn(4).nOut(2).activation(Activation.SOFTMAX).build())
                .build());
    network.init();
    network.setInput(Nd4j.rand(8, 3));
    network.setLabels(Nd4j.eye(2).repeat(0, 4));
    network.computeGradientAndScore();
    System.out.println("trainable " + (3 * 4 + 4 + 2 * 4 + 4 * 2 + 2));
    System.out.println("params() " + network.params().length());
    network
        .paramTable()
        .forEach(
            (name, array) -> {
              if (name.startsWith("1_")) {
                System.out.println(
                    name
                        + ": "
                        + array.length()
                        + " values, gradient "
                        + (network.gradient().getGradientFor(name).norm2Number().doubleValue() > 0
                            ? "not 0"
                            : "0"));
              }
            });
  }
}
JAVA
mvn -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies "-DoutputDirectory=$folder/lib"
javac -cp "$folder/lib/*" -d "$folder" "$folder/Finding.java"
said=$(java -cp "$folder:$folder/lib/*" Finding 2>/dev/null)
echo "DL4J 1.0.0-M2.1:"
echo "$said"
grep -qx 'trainable 34' <<<"$said" && grep -qx 'params() 42' <<<"$said" \
  && grep -q '^1_mean: 4 values, gradient not 0' <<<"$said" && grep -q '^1_log10stdev: 4 values' <<<"$said" \
  || { echo "changed"; exit 1; }
