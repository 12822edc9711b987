// Peru's districts, from the repository's UBIGEO tables.

import { readFileSync } from "node:fs";

const folder = new URL("../../data/ubigeo/", import.meta.url);

const ASCII = { á: "a", é: "e", í: "i", ó: "o", ú: "u", ü: "u", ñ: "n" };

export function slug(text) {
  return text.toLowerCase().replace(/[áéíóúüñ]/g, (letter) => ASCII[letter]).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** Districts by code, each as { code, name, province, region }. */
export function readDistricts() {
  const regions = names("departamentos.csv");
  const provinces = names("provincias.csv");
  return [...names("distritos.csv")].map(([code, name]) => ({
    code,
    name,
    province: provinces.get(code.slice(0, 4)),
    region: slug(regions.get(code.slice(0, 2))),
  }));
}

function names(file) {
  // A quoted capital goes on in a second line; the code and the name are always in the first.
  const rows = readFileSync(new URL(file, folder), "utf8").split("\n").filter((row) => /^\d+,/.test(row));
  return new Map(rows.map((row) => row.split(",", 2)));
}
