package org.sgdwalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sgdwalk.figure.Figure;
import org.sgdwalk.figure.Figures;
import org.sgdwalk.figure.SyntheticWalks;
import org.sgdwalk.judge.Judged;
import org.sgdwalk.judge.Outcome;

@DisplayName("A report's folder")
class ReportFolderTest {
  @TempDir private Path folder;

  @Test
  void has_the_data_of_each_figure_beside_it() throws Exception {
    Judged judged = SyntheticWalks.judged(SyntheticWalks.verdict("T1", Outcome.NOT_MET, 0.5, 1));
    List<Figure> figures = Figures.of(judged);

    new ReportFolder(folder).add(judged, figures);

    Path place = folder.resolve(ReportFolder.place(judged.of()));
    assertThat(place.resolve("seeds.csv")).exists();
    assertThat(figures).isNotEmpty();
    for (Figure figure : figures) {
      assertThat(place.resolve(figure.fileName() + ".svg")).hasContent(figure.svg());
      assertThat(Files.readString(place.resolve(figure.fileName() + ".csv")))
          .startsWith("column,panel,series,x,value,low,high\n")
          .isEqualTo(figure.csv());
    }
  }
}
