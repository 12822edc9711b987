// Words as readers may type them.

/** Lower case, without accents; ñ becomes n, as on a keyboard without it. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a text, as they are written. */
export function wordsOf(text) {
  return text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
}
