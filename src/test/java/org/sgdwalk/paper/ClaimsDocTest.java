package org.sgdwalk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sgdwalk.claim.Arm;
import org.sgdwalk.claim.Claim;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.words.KindWords;

/** The document says what the code declares. */
class ClaimsDocTest {
  private static final Path DOC = Path.of("docs", "claims.md");
  private static final String MARK = "-Dsgdwalk.test.writeDocs -->\n";

  @Test
  void describes_every_claim_as_the_code_declares_it() throws IOException {
    String doc = Files.readString(DOC);
    int end = doc.lastIndexOf(MARK) + MARK.length();
    String claims =
        Claims.all().stream().map(ClaimsDocTest::describe).collect(Collectors.joining());
    if (Boolean.getBoolean("sgdwalk.test.writeDocs")) {
      Files.writeString(DOC, doc.substring(0, end) + claims);
      return;
    }
    assertThat(doc).contains(MARK);
    assertThat(doc.substring(end)).isEqualTo(claims);
  }

  private static String describe(Claim claim) {
    ClaimCard card = claim.card();
    String arms = claim.arms().stream().sorted().map(Arm::label).collect(Collectors.joining("; "));
    String figures = String.join(", ", card.figures());
    return "\n### %s: %s\n\n".formatted(card.id(), card.sentence())
        + item(
            "**Paper:** section %s; figures %s. **Arms:** %s."
                .formatted(card.section().title(), figures, arms))
        + item("**Statistic:** " + card.statistic() + ".")
        + item("**As claimed for a seed when:** " + card.criterion() + ".")
        + item("**Judged as:** " + KindWords.of(claim) + ".")
        + item("**Why there:** " + card.reason())
        + item("**The paper found:** " + card.finding())
        + (card.laterEvidence().isEmpty() ? "" : item("**Later work:** " + card.laterEvidence()));
  }

  /** In lines that a terminal shows. */
  private static String item(String text) {
    return "- " + text.replaceAll("(.{1,116})(?: |$)", "$1\n  ").strip() + "\n";
  }
}
