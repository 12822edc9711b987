// Puts the report in its page, and the plot next to it.

import { plot } from "../measure/plot.mjs";
import { linesOf, publishSection } from "../measure/publish.mjs";
import { report } from "./report.mjs";

export const publish = (path, results) => publishSection(path, "build", report(results), { "build-time.svg": timePlot(results.rows) });

const timePlot = (rows) =>
  plot({
    title: "Time of a whole build",
    xLabel: "cases",
    yLabel: "seconds, median",
    format: (value) => `${value.toLocaleString("en")} s`,
    series: linesOf(rows, ({ builder }) => builder, ({ seconds }) => seconds),
  });
