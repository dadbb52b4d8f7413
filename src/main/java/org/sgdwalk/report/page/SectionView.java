package org.sgdwalk.report.page;

import java.util.List;
import org.sgdwalk.claim.Section;

/**
 * A section of the paper and its claims.
 *
 * @param section the section
 * @param claims in the paper's order
 */
record SectionView(Section section, List<ClaimView> claims) {}
