// Tables of the results, and checks against the required recall.

import { KINDS } from "./judged.mjs";
import { METRICS, mean } from "./metrics.mjs";

const LANGUAGES = { es: "Spanish", en: "English" };
const NAMES = { recall: "recall@10", mrr: "MRR", ndcg: "nDCG@10" };
const LEAST_RECALL = { "no-accents": 0.98, inflected: 0.98, prefix: 0.98, typo: 0.95 };

/** Returns means by set, language and kind: `{set, language, kind, count, means: {engine: {recall, mrr, ndcg}}}`. */
export function summarise(measured) {
  const rows = [];
  for (const set of ["judged", "derived"]) {
    for (const language of Object.keys(LANGUAGES)) {
      const own = measured.filter((each) => each.set === set && each.language === language);
      for (const kind of [...KINDS, "all"]) {
        const some = own.filter((each) => kind === "all" || each.kind === kind);
        if (some.length > 0) rows.push({ set, language, kind, count: some.length, means: meansOf(some) });
      }
    }
  }
  return rows;
}

function meansOf(measured) {
  const engines = Object.keys(measured[0].answers);
  return Object.fromEntries(engines.map((engine) => [engine, mean(measured.map(({ answers }) => answers[engine].scores))]));
}

/** Formats the summary as Markdown, with a table for each set and language. */
export function tables(rows) {
  const engines = Object.keys(rows[0].means);
  const compares = engines.length > 1 && engines[0] === "Quipu";
  const groups = {};
  for (const row of rows) {
    const title = `${row.set === "judged" ? "Judged" : "Derived"} queries, ${LANGUAGES[row.language]}`;
    (groups[title] ??= []).push(row);
  }
  return Object.entries(groups).map(([title, group]) => {
    const head = ["kind", "queries"];
    for (const metric of Object.keys(METRICS)) for (const engine of engines) head.push(`${NAMES[metric]} ${engine}`);
    if (compares) head.push("Quipu above the others");
    const lines = group.map(({ kind, count, means }) => {
      const cells = [kind, String(count)];
      for (const metric of Object.keys(METRICS)) for (const engine of engines) cells.push(means[engine][metric].toFixed(3));
      if (compares) cells.push(standing(means));
      return cells;
    });
    return `${title}\n\n${aligned([head, ...lines])}`;
  }).join("\n\n");
}

/** Returns “yes” if Quipu beats all other engines, otherwise the metrics in which it is level or below. */
function standing({ Quipu: own, ...others }) {
  const lacks = Object.keys(METRICS).flatMap((metric) => {
    const best = Math.max(...Object.values(others).map((means) => means[metric]));
    const lead = own[metric] - best;
    return lead > 1e-9 ? [] : [`${NAMES[metric]} ${lead < -1e-9 ? "below" : "level"}`];
  });
  return lacks.length === 0 ? "yes" : lacks.join(", ");
}

function aligned(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const [head, ...rest] = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`);
  return [head, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rest].join("\n");
}

/** Describes each row in which Quipu's recall is below the requirement. */
export function shortfalls(rows) {
  return rows
    .filter(({ kind, means }) => means.Quipu && means.Quipu.recall < (LEAST_RECALL[kind] ?? 0) - 1e-9)
    .map(({ set, language, kind, means }) =>
      `${set} ${language} ${kind}: recall@10 is ${means.Quipu.recall.toFixed(3)}, and should be ${LEAST_RECALL[kind]} at least`,
    );
}

/** Lists the queries with incomplete recall, with missed and irrelevant pages. */
export function misses(measured, engine) {
  return measured
    .filter(({ answers }) => answers[engine].scores.recall < 1 - 1e-9)
    .map(({ set, language, kind, query, relevant, answers }) => {
      const { found, scores } = answers[engine];
      const missed = [...relevant].filter(([url]) => !found.includes(url)).map(([url, grade]) => `  - ${url} (${grade})`);
      const instead = found.filter((url) => !relevant.has(url)).map((url) => `  + ${url}`);
      const shown = missed.length > 12 ? [...missed.slice(0, 12), `  - and ${missed.length - 12} more`] : missed;
      return [`${set} ${language} ${kind}: ${query}   recall@10 ${scores.recall.toFixed(2)}`, ...shown, ...instead].join("\n");
    })
    .join("\n");
}
