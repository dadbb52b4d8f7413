package org.sgdwalk.judge;

import java.util.Locale;

/**
 * A verdict beside the one that is recorded for its claim and cell.
 *
 * @param kind how they compare
 * @param sentence the same in a sentence that names both and the record's file
 */
public record RecordMatch(Kind kind, String sentence) {
  /** How a verdict compares with the record. */
  public enum Kind {
    /** It is the recorded one. */
    AS_RECORDED,
    /** Another one is recorded: a regression, or new evidence to be recorded. */
    DIFFERS,
    /** None is recorded for this claim and cell. */
    NO_RECORD,
    /** It was not judged, or on other seeds than the record is of. */
    NOT_COMPARED;

    /** For a report, for example {@code no record}. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
