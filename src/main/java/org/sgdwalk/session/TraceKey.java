package org.sgdwalk.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Cell;
import org.sgdwalk.run.checkpoint.Trunk;
import org.sgdwalk.spec.RunSpec;
import org.sgdwalk.spec.SpecJson;

/**
 * A run of a claim's design.
 *
 * @param cell where
 * @param arm which treatment
 * @param seed which replicate
 */
record TraceKey(Cell cell, Arm arm, long seed) {
  /** Of the spec's SHA-256: two of a million specs have the same with a chance of 1 in 560. */
  private static final int DIGITS = 12;

  RunSpec spec() {
    return cell.spec(arm, seed);
  }

  /** The first phase that other runs may share, {@link Trunk#spec}. */
  Optional<RunSpec> trunk() {
    return Trunk.spec(spec());
  }

  /** The runs of the cell and seed that share its trunk: at least itself. */
  private List<TraceKey> forks() {
    Optional<RunSpec> trunk = trunk();
    if (trunk.isEmpty()) {
      return List.of(this);
    }
    return cell.arms().keySet().stream()
        .map(other -> new TraceKey(cell, other, seed))
        .filter(other -> other.trunk().equals(trunk))
        .toList();
  }

  /** The run with its places. */
  StoredRun stored() {
    return new StoredRun(spec(), folder(), shared());
  }

  private StoredRun.@Nullable SharedPhase shared() {
    List<TraceKey> forks = forks();
    return trunk()
        .filter(phase -> forks.size() > 1)
        .map(
            phase ->
                new StoredRun.SharedPhase(
                    phase, folder("trunk", phase), forks.stream().map(TraceKey::folder).toList()))
        .orElse(null);
  }

  /** Folder name that a person can read, with what tells any two specs apart. */
  private String folder() {
    return folder(arm.name().toLowerCase(Locale.ROOT).replace('_', '-'), spec());
  }

  private String folder(String name, RunSpec spec) {
    return String.format(
        Locale.ROOT,
        "%s-%s/%s-seed-%04d-%s",
        cell.scale().key(),
        cell.folder(),
        name,
        seed,
        DigestUtils.sha256Hex(SpecJson.write(spec)).substring(0, DIGITS));
  }
}
