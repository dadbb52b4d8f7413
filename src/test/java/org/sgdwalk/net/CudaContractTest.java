package org.sgdwalk.net;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.sgdwalk.net.engines.Ability;
import org.sgdwalk.net.engines.Engines;
import org.sgdwalk.spec.ArithmeticChoice;
import org.sgdwalk.spec.DeviceChoice;
import org.sgdwalk.spec.EngineChoice;
import org.sgdwalk.spec.KernelChoice;

/** Where the build and the machine have a card; else skipped with the reason. */
@DisplayName("The engine torch keeps the contract on a card")
class CudaContractTest extends EngineContract {
  private static final EngineChoice CARD =
      new EngineChoice("torch", KernelChoice.PORTABLE, DeviceChoice.CUDA, ArithmeticChoice.EXACT);

  @BeforeAll
  static void findCard() {
    Optional<String> missing = Ability.here().missing(CARD);
    assumeTrue(missing.isEmpty(), missing.orElse(""));
  }

  @Override
  Engine engine() {
    return Engines.of(CARD);
  }

  /** The card's memory is not the process's. */
  @Override
  boolean freesWhatItTakes() {
    return false;
  }
}
