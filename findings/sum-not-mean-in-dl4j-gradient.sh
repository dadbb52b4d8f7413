#!/usr/bin/env bash
# DL4J 1.0.0-M2.1: after computeGradientAndScore() the score is the mean over the batch, but gradient() is the sum: for one
# example eight times over the score stays and the gradient is eight times as large. The division happens in the updater, so
# whoever takes the gradient without one has a learning rate that grows with the batch. Needs a JDK from 11 on, Maven, network.
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
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

public class Finding {
  public static void main(String[] arguments) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new OutputLayer.Builder().nIn(3).nOut(2).activation(Activation.SOFTMAX).build())
                .build());
    network.init();
    INDArray image = Nd4j.create(new float[][] {{.5f, -1, 2}});
    INDArray label = Nd4j.create(new float[][] {{1, 0}});
    double[] once = scoreAndNorm(network, image, label);
    double[] eight = scoreAndNorm(network, image.repeat(0, 8), label.repeat(0, 8));
    System.out.printf("score %.3f times%n", eight[0] / once[0]);
    System.out.printf("gradient %.3f times%n", eight[1] / once[1]);
  }

  private static double[] scoreAndNorm(MultiLayerNetwork network, INDArray images, INDArray labels) {
    network.setInput(images);
    network.setLabels(labels);
    network.computeGradientAndScore();
    return new double[] {
      network.score(), network.gradient().gradient().norm2Number().doubleValue()
    };
  }
}
JAVA
mvn -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies "-DoutputDirectory=$folder/lib"
javac -cp "$folder/lib/*" -d "$folder" "$folder/Finding.java"
said=$(java -cp "$folder:$folder/lib/*" Finding 2>/dev/null)
echo "DL4J 1.0.0-M2.1:"
echo "$said"
grep -qx 'score 1.000 times' <<<"$said" && grep -qx 'gradient 8.000 times' <<<"$said" || { echo "changed"; exit 1; }
