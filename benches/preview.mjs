// node preview.mjs [--size 10000] [--saves 30] [--out FILE]
// Measures the latency of the live preview under `quipu serve`, from writing a file until the
// open page shows it: for the body of a case, and for a title, which also affects lists,
// related cases and links.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeCorpus } from "./corpus.mjs";
import { describeMachine } from "./measure/machine.mjs";
import { publishSection } from "./measure/publish.mjs";
import { median, percentile } from "./measure/statistics.mjs";
import { launch } from "./search/browser.mjs";

const { values: options } = parseArgs({
  options: {
    size: { type: "string", default: "10000" },
    saves: { type: "string", default: "30" },
    out: { type: "string", default: fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url)) },
  },
});
const PROGRAM = process.env.QUIPU ?? fileURLToPath(new URL("../target/release/quipu", import.meta.url));

// Milliseconds between saves: an open page reloads once more after a pause without saves.
const REST = 1500;

const EDITS = {
  "a text": (text, mark) => `${text}\n${mark}\n`,
  "a title": (text, mark) => text.replace(/^titulo: .*$/m, `titulo: ${mark}`),
};

async function main() {
  const root = mkdtempSync(join(tmpdir(), "quipu-bench-"));
  writeCorpus(Number(options.size), root);
  const server = spawn(PROGRAM, ["--root", root, "serve", "--port", "0", "--lang", "en"]);
  const browser = await launch();
  try {
    const base = await address(server);
    const folder = join(root, "content/casos");
    const name = readdirSync(folder).filter((file) => file.endsWith(".md")).sort()[0];
    const page = await browser.newPage();
    await page.goto(`${base}casos/${name.replace(/md$/, "html")}`, { waitUntil: "load" });
    const rows = [];
    for (const [what, edit] of Object.entries(EDITS)) rows.push([what, await measure(page, join(folder, name), edit)]);
    publishSection(options.out, "preview", report(rows, memoryOf(server)), {});
  } finally {
    await browser.close();
    server.kill();
    rmSync(root, { recursive: true });
  }
}

async function address(server) {
  let said = "";
  for await (const bytes of server.stderr) {
    said += bytes;
    const found = said.match(/http:\S+/);
    if (found) {
      server.stderr.resume();
      return found[0];
    }
  }
  throw new Error(said);
}

/** Returns the milliseconds from each save until the page shows it. */
async function measure(page, file, edit) {
  const text = readFileSync(file, "utf8");
  const times = [];
  for (let save = 0; save < options.saves; save += 1) {
    await pause(REST);
    const mark = `Marca ${save} de ${Date.now()}`;
    const seen = page.waitForFunction((sought) => document.body.textContent.includes(sought), { polling: "mutation" }, mark);
    const begin = performance.now();
    writeFileSync(file, edit(text, mark));
    await seen;
    times.push(performance.now() - begin);
  }
  writeFileSync(file, text);
  return times;
}

const memoryOf = (server) => Number(readFileSync(`/proc/${server.pid}/status`, "utf8").match(/^VmHWM:\s+(\d+)/m)[1]) / 1024;

function report(rows, memory) {
  const { cpu, cores, date, chromium } = describeMachine();
  const lines = rows.map(([what, times]) => `| ${what} | ${Math.round(median(times))} ms | ${Math.round(percentile(times, 0.95))} ms |`);
  return `## Seeing a save

${date}, ${cpu}, ${cores} cores, Chromium ${chromium}: from a save to the open page that shows it, under
\`quipu serve\` with ${Number(options.size).toLocaleString("en")} cases; ${options.saves} saves each. The program held ${Math.round(memory)} MB at most.
\`(cd benches && npm ci && node preview.mjs)\` measures again.

| saved | median | 95 of 100 within |
| --- | --: | --: |
${lines.join("\n")}
`;
}

await main();
