package org.sgdwalk.run.checkpoint;

import org.jspecify.annotations.Nullable;
import org.sgdwalk.net.ParameterVector;
import org.sgdwalk.train.LoopState;

/**
 * A run between two updates, without its rows: with its spec, its start and its rows it goes on bit
 * for bit. Learning rate and schedule are functions of the update's number, and the deviation of
 * isotropic noise is measured again at the start.
 *
 * @param loop where the loop is
 * @param previousGradient the last update's, for the cosine of the next; null before the first
 * @param sharedLoss the loss at theta, where the last cross-section ended there, else NaN
 * @param chunks place in the stream of reshuffled chunks; empty without cross-sections
 */
@SuppressWarnings("ArrayRecordComponent") // written and read once, never compared
public record Checkpoint(
    LoopState loop, @Nullable ParameterVector previousGradient, double sharedLoss, int[] chunks) {}
