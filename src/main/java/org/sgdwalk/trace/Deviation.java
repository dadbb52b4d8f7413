package org.sgdwalk.trace;

/**
 * A number of a trace that is another in a second trace of the same run.
 *
 * @param file the file of the trace
 * @param column its column; of a theta file the name of the array
 * @param step updates made at its row
 * @param recorded the number as the first trace has it; empty where it has none
 * @param here likewise of the second
 * @param relative magnitude of the difference, divided by the largest magnitude in the first
 *     trace's column, or in all arrays of theta or of statistics; infinite where only one has a
 *     number, or the column has nothing but 0
 */
public record Deviation(
    String file, String column, int step, String recorded, String here, double relative) {}
