package org.sgdwalk.net;

import org.junit.jupiter.api.DisplayName;
import org.sgdwalk.Slow;
import org.sgdwalk.net.torch.TorchEngine;

/** All that a card does but be one: vectors and losses stay where libtorch computes. */
@DisplayName("The engine torch keeps the contract with a device's memory")
@Slow
class TorchDeviceContractTest extends EngineContract {
  @Override
  Engine engine() {
    return TorchEngine.onStandIn();
  }
}
