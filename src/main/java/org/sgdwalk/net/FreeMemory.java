package org.sgdwalk.net;

/**
 * What is free on a device.
 *
 * @param device its name, for errors
 * @param bytes so many
 */
public record FreeMemory(String device, long bytes) {}
