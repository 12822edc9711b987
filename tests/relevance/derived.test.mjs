import assert from "node:assert/strict";
import { test } from "node:test";
import { alterations, changeNumber, derivedQueries, distance, generator, misspell } from "./derived.mjs";
import { fold } from "./words.mjs";

test("number changes as in Spanish", () => {
  const pairs = [
    ["predios", "predio"], ["redes", "red"], ["canción", "canciones"], ["canciones", "canción"], ["jardines", "jardín"],
    ["panes", "pan"], ["comunes", "común"], ["hospedajes", "hospedaje"], ["imágenes", "imagen"], ["luces", "luz"], ["luz", "luces"], ["canales", "canal"], ["nombres", "nombre"],
    ["calles", "calle"], ["claves", "clave"], ["mejor", "mejores"], ["vecinal", "vecinales"], ["feria", "ferias"],
  ];
  for (const [word, other] of pairs) assert.equal(changeNumber(word), other, word);
  for (const word of ["crisis", "virus", "además", "comité"]) assert.equal(changeNumber(word), null, word);
});

test("a misspelt word is so many slips away and keeps its first letter", () => {
  const random = generator(7);
  for (const word of ["municipalidad", "alcantarillado", "cañihuadores", "Huancavelica", "bibliotecas"]) {
    for (const edits of [1, 2]) {
      for (let times = 0; times < 40; times += 1) {
        const other = misspell(word, edits, new Set(), random);
        assert.equal(distance(fold(word), fold(other)), edits, `${word} ${other}`);
        assert.equal(other[0], word[0]);
      }
    }
  }
});

test("a slip never makes another word of a title", () => {
  const known = new Set(["posta"]);
  for (let seed = 0; seed < 200; seed += 1) assert.notEqual(misspell("costa", 1, known, generator(seed)), "posta");
});

test("distance counts a swap as one", () => {
  assert.equal(distance("alerta", "alreta"), 1);
  assert.equal(distance("vigilancia", "bigilansia"), 2);
  assert.equal(distance("igual", "igual"), 0);
});

test("alterations leave the other words as they are", () => {
  const altered = alterations(["educación", "comunidades", "Áncash"], new Set(), generator(3));
  assert.deepEqual(altered["no-accents"], ["educacion", "comunidades", "ancash"]);
  assert.match(altered.prefix.at(-1), /^Áncas?$/);
  for (const kind of ["inflected", "typo", "two-typos"]) {
    assert.equal(altered[kind].filter((word, index) => word !== ["educación", "comunidades", "Áncash"][index]).length, 1, kind);
  }
});

test("derived queries are the same for the same site, and those with the words are relevant", () => {
  const titles = ["Red de cafetales en Jaén", "Red de cafetales en Bagua", "Feria de quesos en Jaén"];
  const site = {
    generated: titles.map((title, index) => ({ title, url: `casos/${index}.html` })),
    pages: titles.map((title, index) => ({ url: `casos/${index}.html`, html: `<article><h1>${title}</h1>` })),
  };
  const queries = derivedQueries(site);
  assert.deepEqual(derivedQueries(site), queries);
  for (const { relevant } of queries) assert.ok(relevant.size >= 1 && relevant.size <= 3);
  assert.ok(queries.some(({ kind, query, relevant }) => kind === "title" && query === "cafetales Bagua" && relevant.has("casos/1.html")));
});
