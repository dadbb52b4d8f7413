package org.sgdwalk.report;

import io.qameta.allure.SeverityLevel;
import org.sgdwalk.claim.Case;
import org.sgdwalk.claim.Section;
import org.sgdwalk.paper.Claims;
import org.sgdwalk.words.Titles;

/** What claims are called in Allure, which sorts by name: their place in the paper comes first. */
final class AllureNames {
  /** As many characters of a sentence as a tree of tests shows beside their cells. */
  private static final int SHORT = 30;

  private AllureNames() {}

  /** Short, without the cell, which is a parameter: {@code 09 T8: SGD almost never ...}. */
  static String test(Case of) {
    return "%02d %s: %s".formatted(place(of), of.claim().id(), Titles.brief(of.claim(), SHORT));
  }

  /** The whole sentence. */
  static String story(Case of) {
    return "%02d %s: %s".formatted(place(of), of.claim().id(), of.claim().card().sentence());
  }

  /** From 1, in the order of the paper. */
  private static int place(Case of) {
    return Claims.all().indexOf(of.claim()) + 1;
  }

  /** How much of the paper falls with a claim of a section: its title, its findings, the rest. */
  static SeverityLevel severity(Section section) {
    return switch (section) {
      case TRAJECTORY -> SeverityLevel.CRITICAL;
      case ROLES, NOISE -> SeverityLevel.NORMAL;
      case INTRODUCTION, SCHEDULES, DISCUSSION -> SeverityLevel.MINOR;
    };
  }
}
