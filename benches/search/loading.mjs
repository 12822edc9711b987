// How much a reader downloads: a first query with nothing stored, and one more.

import { median } from "../measure/statistics.mjs";
import { watch } from "./watch.mjs";

const PATIENCE = 120_000;

export async function measureLoading(browser, server, engine, queries) {
  const samples = [];
  for (const [position, query] of queries.entries())
    samples.push(await coldQuery(browser, server, engine, query, queries[(position + 7) % queries.length]));
  const answered = samples.filter(({ first }) => first);
  return {
    unanswered: queries.filter((_, position) => !samples[position].first),
    first: medians(answered.map(({ first }) => first)),
    idle: medians(answered.map(({ idle }) => idle)),
    further: medians(answered.map(({ further }) => further)),
    most: answered.map(({ idle }) => idle).sort((a, b) => b.bytes - a.bytes)[0],
  };
}

async function coldQuery(browser, server, engine, query, next) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    server.restart();
    const painted = await firstPaint(page, server);
    await page.evaluateOnNewDocument(watch);
    await page.goto(`${server.base}${engine.page}#q=${encodeURIComponent(query)}`, { timeout: PATIENCE });
    const untilFirst = await Promise.race([painted.count, page.waitForNetworkIdle({ idleTime: 3000, timeout: PATIENCE }).then(() => null)]);
    await server.idle();
    const untilIdle = server.count();
    await typeOver(page, next);
    await server.idle();
    return {
      first: untilFirst && (await server.weigh(engine.counts, 0, untilFirst)),
      idle: await server.weigh(engine.counts, 0, untilIdle),
      further: await server.weigh(engine.counts, untilIdle),
    };
  } finally {
    await context.close();
  }
}

// In an object, since awaiting a bare promise would wait for the paint itself.
async function firstPaint(page, server) {
  let report;
  const count = new Promise((resolve) => (report = resolve));
  await page.exposeFunction("firstResultPainted", () => report(server.count()));
  return { count };
}

// Pasted rather than typed, so that no half-typed word is looked up.
async function typeOver(page, query) {
  await page.$eval("#q", (field, value) => {
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, query);
}

function medians(samples) {
  const of = (key) => median(samples.map((sample) => sample[key]));
  return { requests: of("requests"), bytes: of("bytes"), zipped: of("zipped") };
}
