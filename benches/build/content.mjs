// The same cases as the peers read them: other keys in the front matter, and a file for each
// term, which is how Hugo takes names of terms. None of it is timed.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import yaml from "js-yaml";

export const FACETS = [
  { key: "region", name: "Región", title: "Regiones" },
  { key: "sector", name: "Sector", title: "Sectores" },
  { key: "modelos", name: "Modelo de gestión", title: "Modelos de gestión" },
  { key: "nivel", name: "Nivel de gobierno", title: "Niveles de gobierno" },
  { key: "estado", name: "Estado del caso", title: "Estados del caso" },
  { key: "objetivo", name: "Objetivo", title: "Objetivos" },
  { key: "anio", name: "Año de inicio", title: "Años de inicio" },
];

export function convert(root, folder) {
  for (const { path, text } of documents(join(root, "content/casos"))) write(folder, `casos/${path}.md`, caseFor(text));
  for (const { path, text } of documents(join(root, "content/modelos"))) write(folder, `modelos/${path}/_index.md`, modelFor(text));
  for (const { key, title } of FACETS) {
    write(folder, `${key}/_index.md`, front({ title }));
    for (const { slug, name, summary } of vocabulary(root, key)) write(folder, `${key}/${slug}/_index.md`, front({ title: name, summary }));
  }
  write(folder, "casos/_index.md", front({ title: "Todos los casos", linkTitle: "Casos" }));
}

function* documents(folder) {
  for (const name of readdirSync(folder)) yield { path: basename(name, ".md"), text: readFileSync(join(folder, name), "utf8") };
}

function write(folder, path, text) {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const caseFor = (text) =>
  text
    .replace(/^titulo:/m, "title:")
    .replace(/^resumen:/m, "summary:")
    .replace(/^fecha:/m, "date:")
    .replace(/^(region|nivel|estado): (.*)$/gm, "$1: [$2]")
    .replace(/^modelo_de_gestion: (.*)$/m, "modelos: [$1]")
    .replace(/^periodo: \{inicio: (\d+)/m, 'anio: ["$1"]\n$&');

// A model's own sector is left out, or Hugo would list the model among the sector's cases.
const modelFor = (text) =>
  text
    .replace(/^titulo:/m, "title:")
    .replace(/^resumen:/m, "summary:")
    .replace(/^fecha:/m, "date:")
    .replace(/^sector:.*\n/m, "");

const front = (fields) => `---\n${Object.entries(fields).filter(([, value]) => value).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join("")}---\n`;

function vocabulary(root, key) {
  if (key === "modelos" || key === "anio") return [];
  const terms = yaml.load(readFileSync(join(root, `content/vocabulario/${key}.yaml`), "utf8"));
  return terms.map(({ slug, nombre, descripcion }) => ({ slug, name: nombre.es ?? nombre, summary: descripcion?.es ?? descripcion }));
}
