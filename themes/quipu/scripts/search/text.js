// Decodes texts from words and pieces; see src/search/format/lexicon.rs and text.rs.

import { code, times } from "./bits.js";
import { pause } from "./pause.js";
import { wordReader } from "./words.js";

const CLASSES = 30;
const LONGEST = 16;
// Words long enough for a back-reference.
const REPEATABLE = /[\dA-Za-zÀ-ʯ]{5,}/g;
const END = "\u0000";
const AGAIN = "\u0001";
const OTHER = "\u0002";

/** Reads the lexicon of a site. Returns the initial context of texts. */
export async function readLexicon(bits) {
  const pieces = [];
  const classes = [];
  for (let own = 0; own < CLASSES; own++) {
    await pause();
    const word = wordReader(bits);
    const lengths = [];
    const words = times(bits.number(), () => {
      const text = word();
      lengths.push(LONGEST - bits.rice(1));
      return text;
    });
    classes[own] = code(lengths, (place) => {
      const piece = { piece: words[place], own };
      pieces.push(piece);
      return piece;
    });
  }
  // The context is that of the last piece if it is frequent, otherwise that of its class.
  const readContext = () => {
    const lengths = times(CLASSES, () => bits.bits(5));
    let own;
    return () => (own = own || code(lengths, (place) => classes[place]));
  };
  const frequent = times(bits.number(), () => pieces[bits.bits(15)]);
  for (const piece of frequent) piece.context = readContext();
  const contexts = times(CLASSES, readContext);
  for (const piece of pieces) piece.context = piece.context || contexts[piece.own];
  return contexts[0];
}

/** Returns a function that reads the next text, which can refer back to words of earlier ones. */
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
      const next = bits.coded(bits.coded(context()));
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
