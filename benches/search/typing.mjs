// How long a reader waits after a key press once what it needs is loaded, on a machine four times slower.

import { median, percentile } from "../measure/statistics.mjs";
import { watch } from "./watch.mjs";

const SLOWDOWN = 4;
const REPEATS = 5;
const QUIET = 150;
const LONGEST = 20_000;

export async function measureTyping(browser, server, engine, queries) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.evaluateOnNewDocument(watch);
    await page.goto(server.base + (engine.typingPage ?? engine.page));
    await page.waitForSelector("#q", { visible: true });
    const samples = [];
    for (const query of queries) samples.push(...(await pressLastKey(page, server, query)));
    return summary(samples);
  } finally {
    await context.close();
  }
}

async function pressLastKey(page, server, query) {
  await page.$eval("#q", (field) => (field.value = ""));
  await page.type("#q", query);
  await server.idle();
  await page.emulateCPUThrottling(SLOWDOWN);
  const samples = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    await page.keyboard.press("Backspace");
    await painted(page, 1000);
    await page.evaluate(() => window.benchmark.restart());
    await page.keyboard.type(query.at(-1));
    samples.push(await painted(page, 3000));
  }
  await page.emulateCPUThrottling(null);
  return samples;
}

/** Waits until the results have stopped changing; null if they did not change within `patience` milliseconds. */
async function painted(page, patience) {
  const end = performance.now() + LONGEST;
  let before = null;
  let changed = performance.now();
  while (performance.now() < end) {
    const now = await page.evaluate(() => window.benchmark.read());
    if (now && now.last !== before?.last) changed = performance.now();
    before = now;
    const quiet = performance.now() - changed;
    if ((now && quiet > QUIET) || quiet > patience) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return before;
}

function summary(samples) {
  const seen = samples.filter(Boolean);
  const first = seen.map((sample) => sample.first);
  const last = seen.map((sample) => sample.last);
  return {
    presses: samples.length,
    unchanged: samples.length - seen.length,
    first: { p50: median(first), p95: percentile(first, 0.95) },
    last: { p50: median(last), p95: percentile(last, 0.95) },
  };
}
