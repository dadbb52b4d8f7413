/** The report as one page of HTML that needs nothing beside it. */
@NullMarked
package org.sgdwalk.report.page;

import org.jspecify.annotations.NullMarked;
