// Ranking metrics of a result list against graded judgments, a Map from page to grade.

const DEPTH = 10;

/** Recall@10, as a share of at most ten relevant pages. */
export function recall(found, relevant) {
  const hits = found.slice(0, DEPTH).filter((page) => relevant.has(page)).length;
  return hits / Math.min(DEPTH, relevant.size);
}

/** Reciprocal rank of the first relevant page; 0 if it is not in the first ten. */
export function reciprocalRank(found, relevant) {
  const place = found.slice(0, DEPTH).findIndex((page) => relevant.has(page));
  return place < 0 ? 0 : 1 / (place + 1);
}

/** nDCG@10: discounted cumulative gain divided by that of the ideal order. */
export function ndcg(found, relevant) {
  const grades = found.slice(0, DEPTH).map((page) => relevant.get(page) ?? 0);
  const best = [...relevant.values()].sort((a, b) => b - a).slice(0, DEPTH);
  return cumulativeGain(grades) / cumulativeGain(best);
}

function cumulativeGain(grades) {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

export const METRICS = { recall, mrr: reciprocalRank, ndcg };

/** Returns every metric of a result list; duplicate pages count once. */
export function score(found, relevant) {
  const pages = [...new Set(found)];
  return Object.fromEntries(Object.entries(METRICS).map(([name, metric]) => [name, metric(pages, relevant)]));
}

/** Returns the mean of every metric. */
export function mean(scores) {
  const average = (name) => scores.reduce((sum, each) => sum + each[name], 0) / scores.length;
  return Object.fromEntries(Object.keys(METRICS).map((name) => [name, average(name)]));
}
