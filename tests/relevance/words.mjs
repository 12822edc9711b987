// Word splitting and case and accent folding.

/** Converts to lower case without accents; ñ becomes n, as typed on a keyboard without it. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Returns the words of a text, unchanged. */
export function wordsOf(text) {
  return text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
}
