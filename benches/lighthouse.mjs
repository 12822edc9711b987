// node lighthouse.mjs [FOLDER] [--json FILE]: builds the site in FOLDER, default this
// repository, serves it on loopback, and runs Lighthouse on a page of each kind with its
// emulation of a slow phone on a slow network. Exits with 1 if any score is below 98. The
// binary is $QUIPU, default target/release/quipu.

import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import lighthouse from "lighthouse";
import { describeMachine } from "./measure/machine.mjs";
import { run } from "./measure/process.mjs";
import { launch } from "./search/browser.mjs";
import { PROGRAM } from "./search/engines/quipu.mjs";

const LEAST = 98;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index", "total-byte-weight"];
const TEXTS = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};
const PICTURES = { ".avif": "image/avif", ".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp" };

async function main() {
  const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
  const folder = resolve(positionals[0] ?? fileURLToPath(new URL("..", import.meta.url)));
  const work = mkdtempSync(join(tmpdir(), "quipu-lighthouse-"));
  const site = join(work, "public");
  const server = await serve(site);
  try {
    const base = `http://127.0.0.1:${server.address().port}/`;
    build(folder, work, base);
    const rows = [];
    for (const [name, path] of Object.entries(pages(site))) rows.push({ name, path, ...(await measure(base + path)) });
    print(rows);
    if (options.json) writeFileSync(options.json, `${JSON.stringify({ machine: describeMachine(), rows }, null, 2)}\n`);
    if (rows.some(({ scores }) => Object.values(scores).some((score) => score < LEAST))) process.exitCode = 1;
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(work, { recursive: true });
  }
}

async function serve(site) {
  const server = createServer(async ({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
    const type = TEXTS[extname(path)] ?? PICTURES[extname(path)] ?? "application/octet-stream";
    const zipped = extname(path) in TEXTS;
    const bytes = await readFile(join(site, path)).catch(() => undefined);
    if (!bytes) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": type, ...(zipped && { "content-encoding": "gzip" }) });
    response.end(zipped ? gzipSync(bytes) : bytes);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

function build(folder, work, base) {
  const settings = readFileSync(join(folder, "quipu.yaml"), "utf8").replace(/^(direccion_web|base_url):.*\n/gm, "");
  writeFileSync(join(work, "quipu.yaml"), `${settings.trimEnd()}\ndireccion_web: ${base}\n`);
  for (const name of ["content", "themes"]) if (existsSync(join(folder, name))) cpSync(join(folder, name), join(work, name), { recursive: true, filter: (path) => !path.includes("node_modules") });
  const { ok, errors } = run([PROGRAM, "build", "--quiet", "--root", work]);
  if (!ok) throw new Error(`the site was not built:\n${errors}`);
}

function pages(site) {
  const cases = readdirSync(join(site, "casos")).filter((name) => name.endsWith(".html") && !name.startsWith("index"));
  const weight = (name) => statSync(join(site, "casos", name)).size;
  const longest = cases.reduce((one, other) => (weight(other) > weight(one) ? other : one));
  return { home: "index.html", "longest case": `casos/${longest}`, cases: "casos/index.html", search: "buscar.html?q=agua" };
}

// Launches a new browser for each page, so that its cache is empty.
async function measure(url) {
  const browser = await launch();
  try {
    const { lhr } = await lighthouse(url, { port: new URL(browser.wsEndpoint()).port, logLevel: "error", onlyCategories: CATEGORIES });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return {
      scores: Object.fromEntries(CATEGORIES.map((category) => [category, Math.round(100 * lhr.categories[category].score)])),
      metrics: Object.fromEntries(METRICS.map((metric) => [metric, lhr.audits[metric].numericValue])),
      losses: CATEGORIES.flatMap((category) => losses(lhr, category)),
    };
  } finally {
    await browser.close();
  }
}

/** Returns the audits that lost points, with the points out of 100 and the elements affected. */
function losses({ categories, audits }, category) {
  const counted = categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const lost = counted.filter(({ id }) => audits[id].score < 1);
  return lost.map(({ id, weight }) => ({
    category,
    audit: id,
    points: Number(((100 * weight * (1 - audits[id].score)) / total).toFixed(1)),
    shown: audits[id].displayValue ?? audits[id].title,
    where: (audits[id].details?.items ?? []).map((item) => item.node?.selector ?? item.url ?? item.description).filter(Boolean),
  }));
}

function print(rows) {
  console.log(`| page | ${CATEGORIES.join(" | ")} |\n| --- |${" ---: |".repeat(CATEGORIES.length)}`);
  for (const { name, scores } of rows) console.log(`| ${name} | ${CATEGORIES.map((category) => scores[category]).join(" | ")} |`);
  for (const { path, losses } of rows)
    for (const { category, audit, points, shown, where } of losses)
      console.log(`\n${path}: ${category}, ${audit}: ${points} points, ${shown}${where.map((place) => `\n  ${place}`).join("")}`);
}

await main();
