/** Renders verdicts: the verdict matrix, tables, Allure results. */
@NullMarked
package org.sgdwalk.report;

import org.jspecify.annotations.NullMarked;
