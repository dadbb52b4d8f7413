/** Renders verdicts and traces: figures, the verdict matrix, Allure results. */
@NullMarked
package org.sgdwalk.report;

import org.jspecify.annotations.NullMarked;
