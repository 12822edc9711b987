// Texts out of words and pieces, as src/wire/lexicon.rs and text.rs write them.

import { code, times } from "./bits.js";
import { wordReader } from "./words.js";

const CLASSES = 30;
const LONGEST = 16;
// Words worth pointing back to.
const REPEATABLE = /[\p{Alpha}\p{N}]{5,}/gu;
const END = "\u0000";
const AGAIN = "\u0001";
const OTHER = "\u0002";

/** Reads a site's lexicon; gives the context in which texts begin. */
export function readLexicon(bits) {
  const pieces = [];
  const classes = times(CLASSES, (_, own) => {
    const word = wordReader(bits);
    const lengths = [];
    const words = times(bits.number(), () => {
      const text = word();
      lengths.push(LONGEST - bits.rice(1));
      return text;
    });
    return code(lengths, (place) => {
      const piece = { piece: words[place], own };
      pieces.push(piece);
      return piece;
    });
  });
  // What comes next depends on the last piece if that is frequent, else on its class.
  const readContext = () => code(times(CLASSES, () => bits.bits(5)), (place) => classes[place]);
  const frequent = times(bits.number(), () => pieces[bits.bits(15)]);
  for (const piece of frequent) piece.context = readContext();
  const contexts = times(CLASSES, readContext);
  for (const piece of pieces) piece.context = piece.context || contexts[piece.own];
  return contexts[0];
}

/** Reads texts one after another; each may repeat words of those before. */
export function textReader(bits, lexicon) {
  const known = new Set();
  const list = [];

  function remember(text) {
    for (const word of text.match(REPEATABLE) || []) {
      if (!known.has(word)) list.push(word);
      known.add(word);
    }
  }

  return () => {
    let text = "";
    let fresh = 0;
    let context = lexicon;
    for (;;) {
      const next = bits.coded(bits.coded(context));
      const { piece } = next;
      if (piece === END || piece === AGAIN) {
        remember(text.slice(fresh));
        fresh = text.length;
        if (piece === END) return text;
        text += " " + list[bits.bits(32 - Math.clz32(list.length - 1))];
      } else {
        text += piece === OTHER ? String.fromCodePoint(bits.bits(21)) : piece;
      }
      context = next.context;
    }
  };
}
