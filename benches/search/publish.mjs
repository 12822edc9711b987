// Puts the report in its page, beside what else the page holds, and the plots next to it.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { plot } from "./plot.mjs";
import { report } from "./report.mjs";
import { bytes } from "./units.mjs";

const [START, END] = ["<!-- search -->", "<!-- /search -->"];

export function publish(path, results) {
  const section = `${START}\n\n${report(results)}\n${END}`;
  const page = existsSync(path) ? readFileSync(path, "utf8") : `# Benchmarks\n\n${START}${END}\n`;
  const [before, rest] = page.includes(START) ? page.split(START) : [`${page.trimEnd()}\n\n`, `${END}\n`];
  const folder = join(dirname(path), "benchmarks");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, before + section + rest.slice(rest.indexOf(END) + END.length));
  for (const [name, svg] of Object.entries(plots(results.rows))) writeFileSync(join(folder, name), svg);
}

function plots(rows) {
  const line = (value) => [...new Set(rows.map(({ engine }) => engine))].map((name) => ({
    name,
    points: rows.filter((row) => row.engine === name && value(row) > 0).map((row) => [row.size, value(row)]),
  })).filter(({ points }) => points.length);
  const common = { xLabel: "cases", format: bytes };
  return {
    "index-size.svg": plot({ ...common, title: "Size of the index", yLabel: "bytes on disk", series: line(({ index }) => index.bytes) }),
    "first-result.svg": plot({ ...common, title: "Downloaded until the first result", yLabel: "bytes as stored, median", series: line(({ loading }) => loading?.first.bytes) }),
  };
}
