package org.sgdwalk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sgdwalk.claim.ClaimCard;

@DisplayName("Figures of the paper")
class PaperFigureTest {

  private static ClaimCard card(String id) {
    return Claims.find(id).orElseThrow().card();
  }

  @ParameterizedTest
  @CsvSource({
    "T1, '1,9,17,20'",
    "T4, '2,10-13,14-16,18-19,21'",
    "T10a, '3,7'",
    "R1, '4,22-24'",
    "T8, '8,table 1'",
    "R4, 'table 2'",
    "S1, '6,27'",
    "Q1a, '28'",
    "V1, ''"
  })
  void show_the_claims_that_name_them(String claim, String names) {
    List<String> showing =
        PaperFigure.all().stream()
            .filter(figure -> figure.shows(card(claim)))
            .map(PaperFigure::name)
            .toList();

    assertThat(String.join(",", showing)).isEqualTo(names);
  }

  @Test
  void every_number_and_table_of_a_claim_is_one() {
    for (var claim : Claims.all()) {
      for (String name : claim.card().figures()) {
        if (Character.isDigit(name.charAt(0)) || name.startsWith("table")) {
          assertThat(PaperFigure.all()).as(name).anyMatch(figure -> figure.shows(claim.card()));
        }
      }
    }
  }
}
