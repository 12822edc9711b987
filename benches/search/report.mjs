// The page that tells what was measured.

import { table } from "../measure/table.mjs";
import { bytes, count, milliseconds, percent, seconds } from "../measure/units.mjs";
import { QUERIES } from "./queries.mjs";

export function report({ machine, versions, rows, traits }) {
  return `## Search

${conditions(machine, versions, traits)}

### Making the index

${making(rows)}

“Index” is the stage of the build that makes the search index; for the other engines it is
their whole run, over the pages or files that are there already. “Memory” is the peak of the
whole run. Sizes are apparent sizes: sums of bytes, not of disk blocks. Pagefind keeps its
files gzipped; its ready-made interfaces, which the measured page does not use, are not counted.
The other engines are not run beyond 10,000 cases, where Pagefind would want more memory than
there is.

![Size of the index against number of cases](benchmarks/index-size.svg)

### Searching

${searching(rows)}

Medians over ${QUERIES.length} queries of one to three words, each from an empty cache, over
loopback http. Counted are the search script and index files, not the HTML, CSS and images.
Each cell is bytes as stored, bytes if the server gzips, and number of requests. “Further
query” is what a second query adds.

![Bytes until the first result against number of cases](benchmarks/first-result.svg)

### Typing

${typing(rows)}

From the input event of a query's last letter, with what it needs loaded, to the frame after
the results changed; Chromium's processor slowed down four times. Some engines change the
results again afterwards, for example to add excerpts: “complete” is the last change.
Pagefind's worker is turned off here, since the slowdown does not reach workers, and so is
the time it waits for the next letter.
${failures(rows)}
To repeat: \`cd benches && npm ci && node search.mjs --sizes 100,1000,10000,100000 --peers\`.
`;
}

function conditions(machine, versions, traits) {
  const largest = traits.at(-1);
  const engines = Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ");
  const forms = traits.map(({ documents, distinctForms }) => `${count(distinctForms)} at ${count(documents)} cases`).join(", ");
  return `Measured on ${machine.date}: ${machine.cpu}, ${machine.cores} cores, ${bytes(machine.memory)} of memory; ${engines}; Chromium ${machine.chromium}, Node ${machine.node}.

The cases are invented by \`benches/corpus.mjs\` (seed 1) and have the statistics of real ones:
${Math.round(largest.wordsPerDocument)} words and ${bytes(largest.bytesPerDocument)} of text each, ${Math.round(largest.distinctPerDocument)} different words in each;
${percent(largest.functionWords)} of words are function words, and the text gzips to ${percent(largest.gzipRatio)}.
Different words in all, without accents and capitals: ${forms}.`;
}

function making(rows) {
  return table(
    ["Cases", "Engine", "Index", "Whole run", "Memory", "Size", "Gzipped", "Files"],
    ["--:", "---", "--:", "--:", "--:", "--:", "--:", "--:"],
    rows.map(({ size, engine, index }) =>
      index.failure
        ? [count(size), engine, "failed", "–", "–", "–", "–", "–"]
        : [count(size), engine, seconds(index.indexSeconds), seconds(index.totalSeconds), bytes(index.peakBytes), bytes(index.bytes), bytes(index.zipped), count(index.files)],
    ),
  );
}

const weight = (sum) => (sum ? `${bytes(sum.bytes)} / ${bytes(sum.zipped)} / ${count(sum.requests)}` : "–");

function searching(rows) {
  return table(
    ["Cases", "Engine", "Until the first result", "Until idle", "Until idle, worst query", "Further query"],
    ["--:", "---", "--:", "--:", "--:", "--:"],
    rows.map(({ size, engine, loading }) => [count(size), engine, weight(loading?.first), weight(loading?.idle), weight(loading?.most), weight(loading?.further)]),
  );
}

function typing(rows) {
  return table(
    ["Cases", "Engine", "Changed, median", "Changed, 95 %", "Complete, median", "Complete, 95 %", "Key presses"],
    ["--:", "---", "--:", "--:", "--:", "--:", "--:"],
    rows.map(({ size, engine, typing }) => [
      count(size), engine,
      milliseconds(typing?.first.p50), milliseconds(typing?.first.p95),
      milliseconds(typing?.last.p50), milliseconds(typing?.last.p95),
      count(typing && typing.presses - typing.unchanged),
    ]),
  );
}

function failures(rows) {
  const lines = rows.flatMap(({ size, engine, index, loading, typing, failure }) => [
    index.failure && `- ${engine} at ${count(size)} cases: ${index.failure}.`,
    failure && `- ${engine} at ${count(size)} cases, in the browser: ${failure}.`,
    loading?.unanswered.length && `- ${engine} at ${count(size)} cases found nothing for: ${loading.unanswered.join("; ")}.`,
    typing?.unchanged && `- ${engine} at ${count(size)} cases: ${typing.unchanged} key presses changed no result and are left out.`,
  ]).filter(Boolean);
  return lines.length ? `\n### What failed\n\n${lines.join("\n")}\n` : "";
}
