// Puts a section in its page, beside what else the page holds, and its plots next to it.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** plots: by file name, the picture as text. */
export function publishSection(path, name, text, plots) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const page = existsSync(path) ? readFileSync(path, "utf8") : "# Benchmarks\n";
  const [before, rest] = page.includes(start) ? page.split(start) : [`${page.trimEnd()}\n\n`, `${end}\n`];
  const folder = join(dirname(path), "benchmarks");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${before}${start}\n\n${text}\n${end}${rest.slice(rest.indexOf(end) + end.length)}`);
  for (const [file, svg] of Object.entries(plots)) writeFileSync(join(folder, file), svg);
}

/** A line for each name, with a point where `value` is known. */
export function linesOf(rows, nameOf, value) {
  return [...new Set(rows.map(nameOf))].map((name) => ({
    name,
    points: rows.filter((row) => nameOf(row) === name && value(row) > 0).map((row) => [row.size, value(row)]),
  })).filter(({ points }) => points.length);
}
