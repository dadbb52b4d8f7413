package org.sgdwalk.report.page;

/**
 * A link.
 *
 * @param name what a reader sees
 * @param address relative to the page
 */
record Link(String name, String address) {}
