// node corpus.mjs N FOLDER [--seed S]: generates a site of N cases with the statistics of a
// real collection. Deterministic: the same N and S give the same bytes on every machine.

import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { caseFile } from "./corpus/article.mjs";
import { MODELS, modelFile } from "./corpus/models.mjs";
import { readDistricts } from "./corpus/places.mjs";
import { createTitles } from "./corpus/titles.mjs";

const SETTINGS = `titulo: Casos inventados
descripcion: Una colección inventada para medir.
idiomas: [es]
tema: quipu
casos_por_pagina: 50
`;

export function writeCorpus(count, folder, seed = 1) {
  const districts = readDistricts();
  const settings = { seed, count, districts, models: MODELS, titleOf: createTitles(districts, seed) };
  for (const kind of ["casos", "modelos"]) mkdirSync(join(folder, "content", kind), { recursive: true });
  writeFileSync(join(folder, "quipu.yaml"), SETTINGS);
  cpSync(new URL("../content/vocabulario/", import.meta.url), join(folder, "content/vocabulario"), { recursive: true });
  MODELS.forEach(({ slug }, index) => writeFileSync(join(folder, `content/modelos/${slug}.md`), modelFile(index, settings)));
  for (let index = 0; index < count; index += 1) {
    const { slug, text } = caseFile(index, settings);
    writeFileSync(join(folder, `content/casos/${slug}.md`), text);
  }
}

function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: "string", default: "1" } } });
  const count = Number(positionals[0]);
  if (positionals.length !== 2 || !Number.isInteger(count) || count < 4) {
    console.error("usage: node corpus.mjs N FOLDER [--seed S]   (N of at least 4)");
    process.exit(2);
  }
  writeCorpus(count, positionals[1], Number(values.seed));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
