// node run.mjs --binary QUIPU [--distractors 1000] [--peers] [--only-peers] [--check] [--verbose] [--out FILE]
//
// Measures the relevance of the site's search, with generated cases added to the real
// content. Needs `npm ci` in this folder.
//
//   --binary       the quipu binary, which builds the site and answers the queries
//   --distractors  number of generated cases, 0 for none
//   --peers        also measures elasticlunr.js and Pagefind on the same pages
//   --only-peers   measures only elasticlunr.js and Pagefind
//   --check        fails if recall is below the requirement
//   --verbose      lists every query that missed a page, with the irrelevant results
//   --out          writes all results and means as JSON

import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { derivedQueries } from "./derived.mjs";
import { quipu } from "./engines/quipu.mjs";
import { judgedQueries } from "./judged.mjs";
import { score } from "./metrics.mjs";
import { misses, shortfalls, summarise, tables } from "./report.mjs";
import { makeSite } from "./site.mjs";

const { values: options } = parseArgs({
  options: {
    binary: { type: "string" },
    distractors: { type: "string", default: "1000" },
    peers: { type: "boolean", default: false },
    "only-peers": { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    out: { type: "string" },
  },
});
const distractors = Number(options.distractors);
if (!options.binary || !Number.isInteger(distractors) || distractors < 0) {
  console.error("usage: node run.mjs --binary QUIPU [--distractors N] [--peers | --only-peers] [--check] [--verbose] [--out FILE]");
  process.exit(2);
}

const site = await makeSite(resolve(options.binary), distractors);
const engines = [];
try {
  const queries = [...(await judgedQueries(site)), ...derivedQueries(site)];
  await openEngines();
  const measured = await measure(queries);
  const rows = summarise(measured);
  console.log(`${site.pages.length} pages, ${site.generated.length} of them generated cases\n`);
  console.log(tables(rows));
  if (options.verbose) {
    for (const { name } of engines) console.log(`\nWhat ${name} missed (−), and what it found instead (+)\n\n${misses(measured, name)}`);
  }
  if (options.out) await writeFile(options.out, JSON.stringify({ rows, queries: measured.map(plain) }, null, 1));
  if (options.check) check(rows);
} catch (error) {
  console.error(error.stderr?.trim() || error);
  process.exitCode = 1;
} finally {
  for (const engine of engines) await engine.close();
  await site.close();
}

async function openEngines() {
  if (!options["only-peers"]) engines.push(quipu(resolve(options.binary), site.root));
  if (!options.peers && !options["only-peers"]) return;
  const { elasticlunr } = await import("./engines/elasticlunr.mjs");
  const { pagefind } = await import("./engines/pagefind.mjs");
  engines.push(elasticlunr(site), await pagefind(site));
}

/** Runs every query on every engine. Returns the queries with results and scores by engine. */
async function measure(queries) {
  const measured = [];
  for (const query of queries) {
    const answers = {};
    for (const engine of engines) {
      const found = await engine.search(query);
      answers[engine.name] = { found, scores: score(found, query.relevant) };
    }
    measured.push({ ...query, answers });
  }
  return measured;
}

function check(rows) {
  const problems = shortfalls(rows);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

function plain(query) {
  return { ...query, relevant: Object.fromEntries(query.relevant) };
}
