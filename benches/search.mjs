// node search.mjs [--sizes 100,1000,10000] [--peers] [--out FILE] [--work FOLDER]
// Measures search on sites of these sizes; with --peers also other engines, up to the largest
// size that they can handle.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeCorpus } from "./corpus.mjs";
import { measureTraits } from "./corpus/traits.mjs";
import { describeMachine } from "./measure/machine.mjs";
import { median } from "./measure/statistics.mjs";
import { launch } from "./search/browser.mjs";
import { quipu } from "./search/engines/quipu.mjs";
import { measureLoading } from "./search/loading.mjs";
import { publish } from "./search/publish.mjs";
import { QUERIES } from "./search/queries.mjs";
import { serve } from "./search/server.mjs";
import { measureTyping } from "./search/typing.mjs";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,1000,10000" },
    peers: { type: "boolean", default: false },
    out: { type: "string", default: fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url)) },
    work: { type: "string" },
  },
});

// Pagefind's memory grows with the number of pages: ten times as many would need some 35 GB.
const MOST_FOR_PEERS = 10_000;

async function main() {
  const sizes = options.sizes.split(",").map(Number);
  const engines = options.peers ? [quipu, ...(await peers())] : [quipu];
  const work = options.work ?? mkdtempSync(join(tmpdir(), "quipu-bench-"));
  const results = { machine: describeMachine(), versions: {}, rows: [], traits: [] };
  for (const engine of engines) results.versions[engine.name] = engine.version();
  for (const size of sizes) await measureSize(size, engines, join(work, String(size)), results);
  publish(options.out, results);
  if (!options.work) rmSync(work, { recursive: true });
}

// Imported dynamically: their packages are needed only with --peers.
async function peers() {
  const { pagefind } = await import("./search/engines/pagefind.mjs");
  const { elasticlunr } = await import("./search/engines/elasticlunr.mjs");
  return [pagefind, elasticlunr];
}

async function measureSize(size, engines, work, results) {
  const root = join(work, "root");
  rmSync(work, { recursive: true, force: true });
  writeCorpus(size, root);
  results.traits.push(measureTraits(join(root, "content/casos")));
  for (const engine of size > MOST_FOR_PEERS ? [quipu] : engines) {
    const row = await measure(engine, size, { root, work, site: join(work, "site-0") });
    results.rows.push(row);
    console.error(JSON.stringify(row));
  }
}

async function measure(engine, size, places) {
  const index = buildIndex(engine, size, places);
  const row = { size, engine: engine.name, index };
  if (index.failure) return row;
  const server = await serve(index.folder);
  const browser = await launch();
  try {
    row.loading = await measureLoading(browser, server, engine, QUERIES);
    if (row.loading.unanswered.length === QUERIES.length) throw new Error("no query showed a result");
    row.typing = await measureTyping(browser, server, engine, QUERIES);
  } catch (error) {
    row.failure = error.message.split("\n")[0];
  } finally {
    await browser.close();
    server.close();
  }
  return row;
}

/**
 * Indexes up to three times and takes medians: each time from scratch, since a build over existing
 * output has less to do, and into a new folder, since some file systems are slow after large
 * deletions.
 */
function buildIndex(engine, size, places) {
  const runs = [];
  for (let repeat = (size <= 1000 ? 2 : 0); repeat >= 0; repeat -= 1) {
    runs.push(engine.index({ ...places, site: engine === quipu ? join(places.work, `site-${repeat}`) : places.site }));
    if (runs[0].failure) return runs[0];
  }
  const middle = (key) => median(runs.map((run) => run[key]).filter(Number.isFinite));
  return { ...runs[0], indexSeconds: middle("indexSeconds"), totalSeconds: middle("totalSeconds"), peakBytes: middle("peakBytes") };
}

await main();
