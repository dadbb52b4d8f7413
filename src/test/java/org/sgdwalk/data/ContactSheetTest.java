package org.sgdwalk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first images of each class as PNG, for somebody to look at: a row a class, under its label.
 */
@Tag(RealData.TAG)
@DisplayName("A contact sheet")
class ContactSheetTest {
  private static final int PER_CLASS = 12;
  private static final int GAP = 2;
  private static final int LABEL = 200;

  // Class names as published; of Tiny ImageNet the first of each in its words.txt.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "mnist | zero,one,two,three,four,five,six,seven,eight,nine",
        "fashion-mnist | T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot",
        "cifar-10 | airplane,automobile,bird,cat,deer,dog,frog,horse,ship,truck",
        "tiny-imagenet | monarch,school bus,pizza,goldfish,seashore,king penguin,koala,bullet train,teapot,ladybug,"
            + "golden retriever,suspension bridge,scorpion,Persian cat,beach wagon,orange,convertible,orangutan,lion,African elephant"
      })
  void shows_the_first_images_of_each_class(String set, String classes) throws IOException {
    List<String> names = List.of(classes.split(",", -1));
    ImageSet images = RealData.training(set);
    assumeTrue(images.classes() == names.size(), "the classes here are not those named here");
    int zoom = images.rows() < 64 ? 2 : 1;
    int cell = zoom * images.rows() + GAP;
    BufferedImage picture =
        new BufferedImage(
            LABEL + PER_CLASS * cell, images.classes() * cell, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
    graphics.setColor(Color.WHITE);
    int[] drawn = new int[images.classes()];
    for (int i = 0; i < images.count(); i++) {
      int label = images.label(i);
      if (drawn[label] < PER_CLASS) {
        int x = LABEL + drawn[label]++ * cell;
        graphics.drawImage(picture(images, i), x, label * cell, cell - GAP, cell - GAP, null);
      }
    }
    for (int label = 0; label < drawn.length; label++) {
      graphics.drawString(label + " " + names.get(label), 6, label * cell + cell / 2 + 6);
    }
    graphics.dispose();
    assertThat(Arrays.stream(drawn)).containsOnly(PER_CLASS);
    Path folder = Files.createDirectories(Path.of("target", "contact-sheets"));
    Path file = folder.resolve(set + ".png");
    assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
  }

  private static BufferedImage picture(ImageSet images, int example) {
    BufferedImage picture =
        new BufferedImage(images.columns(), images.rows(), BufferedImage.TYPE_INT_RGB);
    int plane = images.pixelsPerChannel();
    for (int i = 0; i < plane; i++) {
      int rgb = 0;
      for (int colour = 0; colour < 3; colour++) {
        int channel = Math.min(colour, images.channels() - 1);
        rgb = rgb << 8 | images.pixel(example, channel * plane + i);
      }
      picture.setRGB(i % images.columns(), i / images.columns(), rgb);
    }
    return picture;
  }
}
