// The section that tells what was measured.

import { table } from "../measure/table.mjs";
import { bytes, count, seconds } from "../measure/units.mjs";

const STEP = 10_000;

export function report({ machine, versions, runs, rows }) {
  const names = new Set(rows.map(({ builder }) => builder));
  return `## Building

${conditions(machine, versions, runs)}

${building(rows)}

“Time” is the whole run; “Processor” is user and system time on all cores; “Memory” is the
peak, of the largest process where there are several; “Size” is a sum of bytes, not of disk
blocks. Each run goes into a fresh folder, after all that was written before has reached the
disk; run 1 of each comes before run 2 of any. “Nothing changed” builds again over the finished
site. \`cp -r\` copies the finished site: the least that writing so many files takes.

![Time of a whole build against number of cases](benchmarks/build-time.svg)
${names.has("Hugo") ? PEERS : ""}${growth(rows)}${failures(rows)}
To repeat: \`cd benches && npm ci && node build.mjs --sizes ${[...new Set(rows.map(({ size }) => size))].join(",")}${names.has("Hugo") ? " --peers" : ""} --runs ${runs}\`.
`;
}

const PEERS = `
Hugo and Eleventy build the same cases into pages with the same parts, from
\`benches/build/hugo\` and \`benches/build/eleventy\`: for each case its summary box, contents,
results, conditions and risks, sources, cases alike and what they share, worksheet, citation,
linked data, and the cases before and after; a page for each model with its newest
50 cases, their results and sources; lists of all cases and of each term, models too, in pages
of 50; an Atom feed for each
term and for all; a sitemap; all cases as JSON. Their content is converted beforehand.
Quipu's pages have more: a search index (Pagefind stands in for it), links that are relative
so that they work from a disk, a QR code for each case, maps, the matrix, the glossary,
CSV tables and the data catalogue, and the files that find similar municipalities, compare
cases and keep a list of them. Quipu and Hugo check the links between cases, Eleventy does
not. Texts of the interface are written into the peers' templates, which Quipu looks up by
language. Hugo finds cases alike with its own index over the same terms, at its usual
threshold: with few cases it shows fewer than four. Eleventy, which has nothing of the kind,
uses Quipu's rule, and templates in JavaScript, its fastest. “Hugo with Pagefind” is Pagefind
after Hugo, over the cases and models of the same run, with the facets as filters.
The peers are not built beyond 10,000 cases.
`;

function conditions(machine, versions, runs) {
  const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ");
  return `Measured on ${machine.date}: ${machine.cpu}, ${machine.cores} cores, ${bytes(machine.memory)} of memory; ${programs}; Node ${machine.node}.
${runs > 1 ? `Medians of ${runs} runs, with the fastest and the slowest. ` : "One run of each. "}The cases are those of the section on search.`;
}

function building(rows) {
  const of = (size, name) => rows.find(({ size: other, builder }) => other === size && builder === name)?.seconds;
  return table(
    ["Cases", "Builder", "Time", "Processor", "Memory", "Size", "Files", "Time ÷ cp -r", "Time ÷ Hugo"],
    ["--:", "---", "--:", "--:", "--:", "--:", "--:", "--:", "--:"],
    rows.map((row) =>
      row.failure
        ? [count(row.size), row.builder, "failed", "–", "–", "–", "–", "–", "–"]
        : [
            count(row.size), row.builder, timed(row), seconds(row.cpuSeconds), bytes(row.peakBytes), bytes(row.bytes), count(row.files),
            times(row.seconds / of(row.size, "cp -r")), times(row.seconds / of(row.size, "Hugo")),
          ],
    ),
  );
}

const timed = ({ seconds: middle, spread: [least, most] }) => (least === most ? seconds(middle) : `${seconds(middle)} (${seconds(least)} to ${seconds(most)})`);

const times = (value) => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 1) : "–");

/** How Quipu's cost of a case changes with ever more cases. */
function growth(rows) {
  const own = rows.filter(({ builder, size, failure }) => builder.startsWith("Quipu") && size >= STEP && !failure);
  if (!own.some(({ size }) => size > STEP)) return "";
  const step = (name) => own.find(({ builder, size }) => builder === name && size === STEP);
  const each = (row, key) => row[key] / row.size;
  const ratio = (row, key) => (step(row.builder) ? times(each(row, key) / each(step(row.builder), key)) : "–");
  return `
### Ever more cases

${table(
    ["Cases", "Builder", "Time of a case", "÷ 10,000", "Memory of a case", "÷ 10,000"],
    ["--:", "---", "--:", "--:", "--:", "--:"],
    own.map((row) => [count(row.size), row.builder, `${(1000 * each(row, "seconds")).toFixed(2)} ms`, ratio(row, "seconds"), bytes(Math.round(each(row, "peakBytes"))), ratio(row, "peakBytes")]),
  )}

Time and peak memory divided by the number of cases, and how many times that is what it is at
10,000 cases: 1 is growth in proportion.
`;
}

function failures(rows) {
  const lines = rows.filter(({ failure }) => failure).map(({ size, builder, failure }) => `- ${builder} at ${count(size)} cases: ${failure}.`);
  return lines.length ? `\n### What failed in building\n\n${lines.join("\n")}\n` : "";
}
