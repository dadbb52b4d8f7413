package org.sgdwalk.claim;

import java.util.List;

/**
 * How a claim's statistic is shown along the walks: which quantities it is made of, and which part
 * of the walks it is read from.
 *
 * @param part what is judged
 * @param clock what the x axis counts
 * @param panels from the top; empty where a claim has nothing of its own to show
 */
public record View(Part part, Clock clock, List<Shown> panels) {
  /** Copies the list. */
  public View {
    panels = List.copyOf(panels);
  }

  /** The part of the walks that a statistic is read from. */
  public enum Part {
    /** The updates of the cell's window. */
    WINDOW("the updates of the cell's window"),
    /** The last ten of them. */
    WINDOW_END("the last ten updates of the cell's window"),
    /** The judged epochs. */
    EPOCHS("the judged epochs"),
    /** After the last update. */
    END("what is there after the last update"),
    /** All updates. */
    RUN("all updates");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    /** For captions. */
    public String words() {
      return words;
    }
  }

  /** What an x axis counts. */
  public enum Clock {
    /** Updates made. */
    UPDATES,
    /** Passes over the images, as far as the shortest of the runs. */
    EPOCHS,
    /** Updates since the run's second phase began. */
    UPDATES_AFTER_FORK
  }

  /** A view that shows nothing. */
  public static final View NONE = new View(Part.RUN, Clock.UPDATES, List.of());

  /** What is read from the cell's window. */
  public static View ofWindow(Shown... panels) {
    return new View(Part.WINDOW, Clock.UPDATES, List.of(panels));
  }

  /** What is read from the last ten updates of the cell's window. */
  public static View ofWindowEnd(Shown... panels) {
    return new View(Part.WINDOW_END, Clock.UPDATES, List.of(panels));
  }

  /** What is read from the judged epochs. */
  public static View ofEpochs(Shown... panels) {
    return new View(Part.EPOCHS, Clock.EPOCHS, List.of(panels));
  }

  /** What is read after the last update. */
  public static View ofEnd(Shown... panels) {
    return new View(Part.END, Clock.UPDATES, List.of(panels));
  }

  /** What is read after the last epoch. */
  public static View ofLastEpoch(Shown... panels) {
    return new View(Part.END, Clock.EPOCHS, List.of(panels));
  }

  /** What is read from all updates. */
  public static View ofRun(Shown... panels) {
    return new View(Part.RUN, Clock.UPDATES, List.of(panels));
  }

  /** The same over another axis. */
  public View by(Clock newClock) {
    return new View(part, newClock, panels);
  }

  /** The updates of a run that are judged; of the judged epochs the first to the last. */
  public Window judged(Cell cell, int updatesPerEpoch, int updates) {
    Window valley = cell.valley();
    int last = Math.max(1, updates);
    return switch (part) {
      case WINDOW -> valley;
      case WINDOW_END -> endOf(valley);
      case EPOCHS -> {
        int first = cell.epochs().get(0);
        int end = cell.epochs().get(cell.epochs().size() - 1);
        yield new Window((first - 1) * updatesPerEpoch + 1, end * updatesPerEpoch);
      }
      case END -> new Window(last, last);
      case RUN -> new Window(1, last);
    };
  }

  /** The last ten updates of a window. */
  public static Window endOf(Window window) {
    return new Window(Math.max(window.first(), window.last() - TEN + 1), window.last());
  }

  private static final int TEN = 10;
}
