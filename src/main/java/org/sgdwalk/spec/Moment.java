package org.sgdwalk.spec;

/**
 * An update's place in its run, and what is measured with it. The initialisation is update 0 of
 * epoch 0.
 *
 * @param step 1-based number of the update in the run; 0 is the initialisation
 * @param phase 0-based number of its phase
 * @param stepOfPhase 1-based number of the update in its phase; 0 at the initialisation
 * @param epoch 1-based epoch of the run; each phase begins a new one
 * @param stepOfEpoch 1-based number of the update in its epoch; 0 at the initialisation
 * @param endsEpoch whether its epoch ends with it, cut short by the phase's end or not
 * @param last whether the run ends with it
 * @param probed whether the cross-section between its ends is measured
 * @param rechecked whether the cross-section is measured over other chunks too
 * @param evaluated whether loss and accuracy are measured after it
 * @param curvature whether the Hessian is measured after it, and the gradient covariance where the
 *     spec asks for one
 */
public record Moment(
    int step,
    int phase,
    int stepOfPhase,
    int epoch,
    int stepOfEpoch,
    boolean endsEpoch,
    boolean last,
    boolean probed,
    boolean rechecked,
    boolean evaluated,
    boolean curvature) {}
