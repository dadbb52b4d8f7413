package org.sgdwalk.figure;

/**
 * A finished figure.
 *
 * @param name what it shows, for a file or an attachment; unique within a verdict
 * @param svg the whole SVG document; the same traces give the same text
 */
public record Figure(String name, String svg) {}
