// Puts the report in its page, and the plots next to it.

import { plot } from "../measure/plot.mjs";
import { linesOf, publishSection } from "../measure/publish.mjs";
import { bytes } from "../measure/units.mjs";
import { report } from "./report.mjs";

export const publish = (path, results) => publishSection(path, "search", report(results), plots(results.rows));

function plots(rows) {
  const lines = (value) => linesOf(rows, ({ engine }) => engine, value);
  const common = { xLabel: "cases", format: bytes };
  return {
    "index-size.svg": plot({ ...common, title: "Size of the index", yLabel: "bytes on disk", series: lines(({ index }) => index.bytes) }),
    "first-result.svg": plot({ ...common, title: "Downloaded until the first result", yLabel: "bytes as stored, median", series: lines(({ loading }) => loading?.first.bytes) }),
  };
}
