// node build.mjs [--sizes 100,1000,10000] [--peers] [--runs 3] [--out FILE] [--work FOLDER]
// Measures full builds of sites of these sizes against a plain copy of the site; with --peers
// also against Hugo, Pagefind and Eleventy, up to 10,000 cases. The binary is $QUIPU, default
// target/release/quipu. With --work, the sites are kept in that folder for inspection.

import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { copy } from "./build/builders/copy.mjs";
import { quipu, unchanged } from "./build/builders/quipu.mjs";
import { publish } from "./build/publish.mjs";
import { measureRun, summary } from "./build/runs.mjs";
import { writeCorpus } from "./corpus.mjs";
import { describeMachine } from "./measure/machine.mjs";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,1000,10000" },
    peers: { type: "boolean", default: false },
    runs: { type: "string", default: "3" },
    out: { type: "string", default: fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url)) },
    work: { type: "string" },
  },
});

const MOST_FOR_PEERS = 10_000;
// A public URL adds feeds and a sitemap.
const ADDRESS = "direccion_web: https://casos.example/\n";

async function main() {
  const sizes = options.sizes.split(",").map(Number);
  const others = options.peers ? await peers() : [];
  const work = options.work ? resolve(options.work) : mkdtempSync(join(tmpdir(), "quipu-bench-"));
  const versions = Object.fromEntries([quipu, copy, ...others].map(({ program, version }) => [program, version()]));
  const results = { machine: describeMachine(), versions, runs: Number(options.runs), rows: [] };
  try {
    for (const size of sizes) {
      const builders = [quipu, unchanged, copy, ...(size > MOST_FOR_PEERS ? [] : others)];
      results.rows.push(...(await measureSize(size, builders, join(work, String(size)))));
    }
  } finally {
    if (!options.work) rmSync(work, { recursive: true, force: true });
  }
  publish(options.out, results);
}

// Imported dynamically: their packages are needed only with --peers.
async function peers() {
  const { hugo, pagefind } = await import("./build/builders/hugo.mjs");
  const { eleventy } = await import("./build/builders/eleventy.mjs");
  hugo.install();
  return [hugo, pagefind, eleventy];
}

/** Interleaves the runs of all builders, so that a slow phase of the machine affects all alike. */
async function measureSize(size, builders, work) {
  const root = join(work, "root");
  rmSync(work, { recursive: true, force: true });
  writeCorpus(size, root);
  appendFileSync(join(root, "quipu.yaml"), ADDRESS);
  for (const builder of builders) builder.prepare?.({ root, work });
  const runs = [];
  for (let number = 1; number <= options.runs; number += 1) {
    const folder = join(work, `run-${number}`);
    mkdirSync(folder);
    runs.push(await measureRun(builders, { root, work, folder }));
  }
  const rows = builders.map(({ name }) => summary(size, name, runs.map((run) => run.get(name))));
  for (const row of rows) console.error(JSON.stringify(row));
  // Deleting the runs earlier would slow down the next ones.
  if (!options.work) rmSync(work, { recursive: true });
  return rows;
}

await main();
