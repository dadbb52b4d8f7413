package org.sgdwalk.report;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sgdwalk.cell.Catalog;
import org.sgdwalk.claim.ClaimCard;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Replication;
import org.sgdwalk.judge.SeedOutcome;
import org.sgdwalk.judge.Verdict;
import org.sgdwalk.stats.MedianInterval;

/**
 * All verdicts for other programs, as {@code docs/verdicts.schema.json} describes them. Numbers are
 * as they were computed, not rounded; the same verdicts give the same bytes.
 */
final class VerdictsJson {
  /** Raised when a reader of the form before would be wrong or fail. */
  static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private VerdictsJson() {}

  /** The text. */
  static String of(Map<String, String> environment, List<Judged> judged) {
    List<OfCase> verdicts =
        judged.stream().sorted(comparing(VerdictMatrix::order)).map(OfCase::of).toList();
    try {
      return MAPPER.writeValueAsString(new Page(VERSION, environment, verdicts)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("verdicts have a JSON form", e);
    }
  }

  /** The whole. */
  private record Page(int version, Map<String, String> environment, List<OfCase> verdicts) {}

  /** A claim in a cell. */
  private record OfCase(
      String claim,
      String section,
      String sentence,
      List<String> figures,
      String statistic,
      String criterion,
      String finding,
      String cell,
      String scale,
      String outcome,
      boolean decided,
      String reason,
      List<String> caveats,
      String record,
      @Nullable MedianInterval effect,
      int holds,
      int counted,
      @Nullable Replication again,
      List<OfSeed> seeds) {

    static OfCase of(Judged judged) {
      Verdict verdict = judged.verdict();
      ClaimCard card = verdict.claim();
      return new OfCase(
          card.id(),
          card.section().title(),
          card.sentence(),
          card.figures(),
          card.statistic(),
          card.criterion(),
          card.finding(),
          verdict.cell(),
          judged.of().cell().scale().key(),
          verdict.outcome().name(),
          verdict.outcome().isDecided(),
          verdict.reason(),
          verdict.caveats(),
          judged.match().kind().words(),
          verdict.effect().orElse(null),
          verdict.holds(),
          verdict.counted(),
          Replication.of(verdict, Catalog.stopping(judged.of().cell().scale())).orElse(null),
          verdict.seeds().stream().map(OfSeed::of).toList());
    }
  }

  /** A seed. An effect that is no finite number is null: a run diverged, or there was nothing. */
  private record OfSeed(
      long seed, @Nullable Double effect, boolean holds, boolean counts, String note) {
    static OfSeed of(SeedOutcome seed) {
      return new OfSeed(
          seed.seed(),
          Double.isFinite(seed.effect()) ? seed.effect() : null,
          seed.holds(),
          seed.counts(),
          seed.note());
    }
  }
}
