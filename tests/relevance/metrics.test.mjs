import assert from "node:assert/strict";
import { test } from "node:test";
import { mean, ndcg, recall, reciprocalRank, score } from "./metrics.mjs";

const relevant = new Map([["a", 3], ["b", 2], ["c", 1]]);
const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

test("recall is the share of relevant pages in the first ten", () => {
  assert.equal(recall(["a", "x", "c"], relevant), 2 / 3);
  assert.equal(recall([], relevant), 0);
  assert.equal(recall([..."0123456789", "a"], relevant), 0);
});

test("with more than ten relevant pages, ten of them are all there can be", () => {
  const many = new Map(Array.from({ length: 25 }, (_, index) => [`p${index}`, 1]));
  assert.equal(recall([...many.keys()].slice(5, 15), many), 1);
  assert.equal(recall([...many.keys()].slice(0, 5), many), 0.5);
  assert.equal(ndcg([...many.keys()].slice(5, 15), many), 1);
});

test("the reciprocal rank is that of the first relevant page", () => {
  assert.equal(reciprocalRank(["c", "a"], relevant), 1);
  assert.equal(reciprocalRank(["x", "y", "a"], relevant), 1 / 3);
  assert.equal(reciprocalRank([..."0123456789", "a"], relevant), 0);
});

test("nDCG is 1 for the best order only", () => {
  near(ndcg(["a", "b", "c"], relevant), 1);
  near(ndcg(["a", "b", "c", "x"], relevant), 1);
  assert.ok(ndcg(["b", "a", "c"], relevant) < 1);
  assert.ok(ndcg(["x", "a", "b", "c"], relevant) < ndcg(["a", "x", "b", "c"], relevant));
  assert.equal(ndcg(["x"], relevant), 0);
});

test("nDCG is worked out as by hand", () => {
  // Gains 3 and 7 at ranks 1 and 3; ideally 7, 3 and 1 at ranks 1, 2 and 3.
  const gain = 3 / Math.log2(2) + 7 / Math.log2(4);
  const best = 7 / Math.log2(2) + 3 / Math.log2(3) + 1 / Math.log2(4);
  near(ndcg(["b", "x", "a"], relevant), gain / best);
});

test("a page listed twice counts once", () => {
  assert.deepEqual(score(["a", "a", "a"], relevant), score(["a"], relevant));
});

test("means are taken metric by metric", () => {
  const half = mean([{ recall: 1, mrr: 1, ndcg: 1 }, { recall: 0, mrr: 0.5, ndcg: 0 }]);
  assert.deepEqual(half, { recall: 0.5, mrr: 0.75, ndcg: 0.5 });
});
