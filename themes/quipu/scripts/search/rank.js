// Ranks documents: a port of src/search/query/rank.rs.

import { times } from "./bits.js";

const FEW = 10;
const ENOUGH = 0.5;
const NEARNESS = 100;
const FAR = 8;
const TITLE = 12;
const TITLE_NEARNESS = 8;
const PARTS = 64;
// Exclusive upper bound of the ranks: no vocabulary of statuses is as long.
const RANKS = 1000;

/** Returns the documents with every part, if few of them also those with most parts, and the scores. */
export function gather(parts, weights) {
  const all = parts.reduce((sum, part) => sum + part.rarity, 0);
  const [scores, counts, rarities] = times(3, () => new Float64Array(weights.length));
  const documents = parts[0] ? [] : [...weights.keys()];
  for (const part of parts) {
    for (const document of part.documents) {
      if (!counts[document]++) documents.push(document);
      rarities[document] += part.rarity;
      scores[document] += part.scores[document];
    }
  }
  const found = documents.filter((document) => weights[document]);
  const whole = found.filter((document) => counts[document] === parts.length);
  const isSome = (document) => counts[document] < parts.length && rarities[document] >= all * ENOUGH;
  return [whole, whole.length < FEW ? found.filter(isSome) : [], scores];
}

/** Like `gather`, with each list sorted best first. */
export function rank({ ranks, count }, parts, weights) {
  const [whole, some, scores] = gather(parts, weights);
  for (const document of whole) scores[document] += nearness(parts, document);
  // Sort key: score, then rank (validated first), then newer. A single number, since sorting
  // thousands of numbers is faster than with a comparison function.
  const key = (document) =>
    (Math.floor((scores[document] *= weights[document]) * PARTS + 1.5) * RANKS - ranks[document]) * count + document;
  const sorted = (documents) => Array.from(new Float64Array(documents.map(key)).sort().reverse(), (key) => key % count);
  return [sorted(whole), sorted(some), scores];
}

function nearness(parts, document) {
  let sum = 0;
  parts.slice(1).forEach((part, at) => {
    const before = parts[at];
    const apart = gap(before.positions[document], part.positions[document], Math.max(1, part.place - before.place));
    if (apart <= FAR) sum += ((before.rarity + part.rarity) * NEARNESS) / (1 + apart);
  });
  return sum;
}

// Returns how much farther apart two words are than in the query, plus one if their order is
// reversed.
function gap(a = [], b = [], wanted) {
  let least = Infinity;
  for (const first of a) {
    for (const second of b) {
      const after = second - first;
      const steps = Math.abs(Math.abs(after) - wanted) + (after < 0);
      least = Math.min(least, steps / (Math.max(first, second) < TITLE ? TITLE_NEARNESS : 1));
    }
  }
  return least;
}
