package org.sgdwalk.data;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a data set by its publication.
 *
 * @param name name in the catalog and of its folder
 * @param title one line for people
 * @param classes number of classes
 * @param image size of its images
 * @param training examples of the official training part
 * @param evaluation examples of the official test part (Tiny ImageNet: validation part)
 * @param paper the paper's split, or null if the paper does not state one for this set
 * @param licence what is known of its licence
 * @param home where it was published
 * @param sumsReadIn where the sums were read
 * @param addresses what stands before a file's name in the addresses to download it from: the
 *     original or what its authors point to, then a mirror
 * @param originals the files to download; none if the set comes with the program
 * @param unpacked the files within or behind those, uncompressed
 * @param trainingLayouts where the training part may lie, the best first
 * @param evaluationLayouts where the evaluation part may lie, the best first
 */
public record PublishedSet(
    String name,
    String title,
    int classes,
    ImageShape image,
    int training,
    int evaluation,
    @Nullable PaperSplit paper,
    String licence,
    String home,
    String sumsReadIn,
    List<URI> addresses,
    List<PublishedFile> originals,
    List<PublishedFile> unpacked,
    List<Layout> trainingLayouts,
    List<Layout> evaluationLayouts) {

  /** Copies the lists. */
  public PublishedSet {
    if (paper != null && paper.train() + paper.validation() > training) {
      throw new IllegalArgumentException(name + ": the paper's split is larger than the set");
    }
    addresses = List.copyOf(addresses);
    originals = List.copyOf(originals);
    unpacked = List.copyOf(unpacked);
    trainingLayouts = List.copyOf(trainingLayouts);
    evaluationLayouts = List.copyOf(evaluationLayouts);
  }

  /** Whether it comes with the program, so that there is nothing to find or get. */
  public boolean isPackaged() {
    return originals.isEmpty();
  }

  /** Bytes of all files to download. */
  public long downloadBytes() {
    return originals.stream().mapToLong(PublishedFile::bytes).sum();
  }

  /** The addresses of a file, in the order to be tried. */
  public List<URI> addressesOf(PublishedFile file) {
    return addresses.stream().map(base -> base.resolve(file.name())).toList();
  }

  /** The published file of this name, downloaded or unpacked. */
  Optional<PublishedFile> file(String fileName) {
    return Stream.concat(originals.stream(), unpacked.stream())
        .filter(file -> file.name().equals(fileName))
        .findFirst();
  }

  List<Layout> layouts(Split split) {
    return split == Split.TRAINING ? trainingLayouts : evaluationLayouts;
  }
}
