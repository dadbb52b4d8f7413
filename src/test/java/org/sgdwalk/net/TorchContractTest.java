package org.sgdwalk.net;

import org.junit.jupiter.api.DisplayName;
import org.sgdwalk.Slow;
import org.sgdwalk.net.torch.TorchEngine;
import org.sgdwalk.spec.KernelChoice;

@DisplayName("The engine torch keeps the contract")
@Slow
class TorchContractTest extends EngineContract {
  @Override
  Engine engine() {
    return new TorchEngine(KernelChoice.PORTABLE);
  }
}
