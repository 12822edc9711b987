// Reads the bit streams that src/search/format/bits.rs writes: 31 bits in two characters.
// Bits past the end are zeros.

const BASE = 46341;
const FIRST = 256;
const WIDTH = 31;
const LONGEST_RUN = 20;
const LONGEST_CODE = 16;

/** Collects `make(0)` to `make(count - 1)` in an array. */
export function times(count, make) {
  const results = [];
  for (let at = 0; at < count; at++) results.push(make(at));
  return results;
}

/** Reads bits of `text` from a position in bits. */
export function reader(text, start = 0) {
  let place = Math.floor(start / WIDTH) * 2;
  let left = 0;
  let unit;

  function next() {
    unit = (text.charCodeAt(place) - FIRST) * BASE + text.charCodeAt(place + 1) - FIRST;
    place += 2;
    left = WIDTH;
  }

  function bit() {
    if (!left) next();
    return (unit >> --left) & 1;
  }

  function bits(width) {
    let value = 0;
    while (width) {
      if (!left) next();
      const taken = Math.min(width, left);
      left -= taken;
      width -= taken;
      value = (value << taken) | ((unit >> left) & (2 ** taken - 1));
    }
    return value;
  }

  const number = () => bits(bits(5));

  function rice(k) {
    let run = 0;
    while (run < LONGEST_RUN && bit()) run++;
    return run < LONGEST_RUN ? (run << k) | bits(k) : number();
  }

  /** Decodes the next symbol of a canonical code. */
  function coded({ counts, meanings }) {
    let first = 0;
    let rest = 0;
    for (let length = 0; length < LONGEST_CODE; length++) {
      const count = counts[length];
      rest = rest * 2 + bit();
      if (rest < count) return meanings[first + rest];
      first += count;
      rest -= count;
    }
  }

  /** Reads increasing numbers, whose gaps are Rice coded with parameter `k`. */
  function rising(count, k, each) {
    const numbers = [];
    for (let next = 0; numbers.length < count; next++) {
      next += rice(k);
      numbers.push(next);
      if (each) each();
    }
    return numbers;
  }

  bits(start % WIDTH);
  return { bits, number, rice, coded, rising, at: () => (place / 2) * WIDTH - left };
}

/** Returns the Rice parameter for numbers with this mean. */
export function parameter(mean) {
  let k = 0;
  while (k < 30 && 2 ** (k + 1) <= mean * Math.LN2) k++;
  return k;
}

/** Reads a count, then that many increasing numbers below `universe`. */
export function readSome(bits, universe) {
  const count = bits.number();
  return bits.rising(count, parameter(universe / count));
}

/** Builds a canonical code from code lengths: the number of codes of each length, and the symbols in order. */
export function code(lengths, valueOf = (place) => place) {
  const places = times(LONGEST_CODE, () => []);
  lengths.forEach((length, place) => length && places[length - 1].push(place));
  return { counts: places.map(({ length }) => length), meanings: places.flat().map(valueOf) };
}
