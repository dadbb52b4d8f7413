package org.sgdwalk.data.fetch;

import java.nio.file.Path;
import org.sgdwalk.data.DataUnavailableException;
import org.sgdwalk.data.Delivery;
import org.sgdwalk.data.PublishedFile;
import org.sgdwalk.data.PublishedSet;

/**
 * Downloads nothing and says what a person would have to do.
 *
 * @param cache the cache
 */
public record OfflineDelivery(Path cache) implements Delivery {
  /** Always fails. */
  @Override
  public void deliver(PublishedSet set) {
    throw new DataUnavailableException(
        set.name(),
        "sgdwalk.offline forbids to download it; put %s into %s (from %s)"
            .formatted(
                String.join(", ", set.originals().stream().map(PublishedFile::name).toList()),
                cache.resolve(set.name()),
                set.addresses().get(0)));
  }
}
