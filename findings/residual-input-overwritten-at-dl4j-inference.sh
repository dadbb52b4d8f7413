#!/usr/bin/env bash
# DL4J 1.0.0-M2.1: in feedForward(input, false) an ActivationLayer writes its result over what it read, where another vertex
# reads that too. A residual sum of x and relu(x), with x from a dense layer, is x + relu(x) in training and 2 relu(x) at
# inference, without any layer whose two modes should differ; output(false, input) gives the right sum.
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
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

public class Finding {
  public static void main(String[] arguments) {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.feedForward(2))
                .addLayer("x", new DenseLayer.Builder().nOut(2).activation(Activation.IDENTITY).build(), "input")
                .addLayer("relu", new ActivationLayer.Builder().activation(Activation.RELU).build(), "x")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "x", "relu")
                .setOutputs("sum")
                .build());
    graph.init();
    graph.getLayer("x").getParam("W").assign(Nd4j.eye(2));
    INDArray rows = Nd4j.create(new float[][] {{-3, 5}});
    System.out.println("training " + row(graph.feedForward(rows, true).get("sum")));
    System.out.println("inference " + row(graph.feedForward(rows, false).get("sum")));
  }

  private static String row(INDArray sum) {
    return Math.round(sum.getDouble(0)) + " " + Math.round(sum.getDouble(1));
  }
}
JAVA
mvn -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies "-DoutputDirectory=$folder/lib"
javac -cp "$folder/lib/*" -d "$folder" "$folder/Finding.java"
said=$(java -cp "$folder:$folder/lib/*" Finding 2>/dev/null)
echo "DL4J 1.0.0-M2.1:"
echo "$said"
grep -qx 'training -3 10' <<<"$said" && grep -qx 'inference 0 10' <<<"$said" || { echo "changed"; exit 1; }
