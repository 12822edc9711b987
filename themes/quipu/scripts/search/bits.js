// Numbers out of text: 31 bits in two characters, as src/search/format/bits.rs writes them.
// Past the end there are only zeros.

const BASE = 46341;
const FIRST = 256;
const WIDTH = 31;
const LONGEST_RUN = 20;
const LONGEST_CODE = 16;

/** So many results of a function. */
export function times(count, make) {
  const results = [];
  for (let at = 0; at < count; at++) results.push(make(at));
  return results;
}

/** Reads bits of `text` from a place, told in bits. */
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

  /** What the next code stands for. */
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

  /** Numbers that rise by gaps of a Rice parameter. */
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

/** Rice's parameter for numbers of a mean. */
export function parameter(mean) {
  let k = 0;
  while (k < 30 && 2 ** (k + 1) <= mean * Math.LN2) k++;
  return k;
}

/** Some numbers of a universe: how many, then each. */
export function readSome(bits, universe) {
  const count = bits.number();
  return bits.rising(count, parameter(universe / count));
}

/** The canonical code with these lengths: how many codes of each there are, and for what. */
export function code(lengths, valueOf = (place) => place) {
  const places = times(LONGEST_CODE, () => []);
  lengths.forEach((length, place) => length && places[length - 1].push(place));
  return { counts: places.map(({ length }) => length), meanings: places.flat().map(valueOf) };
}
