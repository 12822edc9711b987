// A seeded generator made of integer steps, so that every machine draws the same numbers.

export function createRandom(...seeds) {
  let state = seeds.reduce(mix, 0x9e3779b9);

  function next() {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }
  const below = (limit) => Math.floor((next() * limit) / 2 ** 32);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (percent) => below(1000) < percent * 10,
    pick: (list) => list[below(list.length)],
  };
}

function mix(hash, seed) {
  let value = Math.imul(hash ^ seed, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/** Draws from a list ordered by frequency, as Zipf and Mandelbrot have it. */
export function zipfian(list, flattening = 3) {
  const bounds = [];
  let total = 0;
  list.forEach((_, rank) => bounds.push((total += Math.floor(1e6 / (rank + 1 + flattening)))));
  return (random) => list[firstAbove(bounds, random.below(total))];
}

function firstAbove(bounds, value) {
  let [low, high] = [0, bounds.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bounds[middle] > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A rank without end: each power of two is `percent` as likely to be gone beyond as the one before. */
export function heavyTailedRank(random, percent, lowest = 4) {
  let power = lowest;
  while (power < 26 && random.chance(percent)) power += 1;
  return random.below(2 ** power);
}
