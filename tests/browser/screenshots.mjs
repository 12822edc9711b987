// Pictures of every kind of page, to be looked at: at three widths, light and dark, and on
// paper. They go to screenshots/, which git ignores.
//
//   quipu build && QUIPU_SITE=../../public node screenshots.mjs [PART OF A NAME]

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { open } from "./harness.js";

const PAGES = {
  home: "index.html",
  cases: "casos/index.html",
  case: "casos/malaria-cero-loreto.html",
  "case-in-english": "en/casos/malaria-cero-loreto.html",
  sheet: "casos/agua-moyobamba.html#replicar",
  models: "modelos/index.html",
  model: "modelos/gestion-educativa-descentralizada.html",
  regions: "region/index.html",
  region: "region/san-martin.html",
  sector: "sector/salud.html",
  matrix: "matriz.html",
  municipality: "mi-municipalidad.html#ubigeo=220505",
  "my-list": "mi-lista.html#casos/pias-amazonia,casos/agua-moyobamba",
  comparison: "comparar.html#casos/pias-amazonia,casos/malaria-cero-loreto,casos/agua-moyobamba",
  search: "buscar.html#q=agua%20segura",
  "search-by-region": "buscar.html#q=salud&region=loreto",
  glossary: "glosario.html",
  "open-data": "datos/index.html",
  "site-map": "mapa-del-sitio.html",
  page: "paginas/acerca.html",
  help: "paginas/ayuda/guia-del-editor.html",
  "not-found": "404.html",
};

const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"];
/** CSS pixels of an A4 page's width. */
const PAPER = 794;

const folder = fileURLToPath(new URL("screenshots/", import.meta.url));
const wanted = process.argv[2] ?? "";
const site = await open("chromium", "file");

async function shoot(path, file, width) {
  await site.page.setViewport({ width, height: 800 });
  await site.page.goto("about:blank");
  await site.page.goto(site.base + path, { waitUntil: "load" });
  if (path.includes("#")) await site.page.waitForNetworkIdle({ idleTime: 300 });
  await site.page.screenshot({ path: folder + file, fullPage: true });
}

for (const [name, path] of Object.entries(PAGES).filter(([name]) => name.includes(wanted))) {
  await mkdir(folder + name, { recursive: true });
  for (const scheme of SCHEMES) {
    await site.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const width of WIDTHS) await shoot(path, `${name}/${scheme}-${width}.png`, width);
  }
  await site.page.emulateMediaFeatures([]);
  await site.page.emulateMediaType("print");
  await shoot(path, `${name}/paper.png`, PAPER);
  await site.page.emulateMediaType("screen");
}
await site.close();
console.log(folder);
