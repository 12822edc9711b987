import { SITE } from "../site.mjs";

const KEPT = ["provincia", "entidad", "socios", "periodo", "poblacion", "resultados", "costo", "replicacion", "contactos", "fuentes"];

export const data = { permalink: "/index.json" };

export const render = ({ collections }) => `[\n${collections.cases.map((one) => JSON.stringify(record(one, collections))).join(",\n")}\n]\n`;

const record = ({ url, date, data }, { places, facets }) => ({
  url: SITE.base + url,
  title: data.title,
  summary: data.summary,
  language: "es",
  date: date.toISOString().slice(0, 10),
  terms: Object.fromEntries(places.get(url).terms.map((own, index) => [facets[index].key, own.map(({ slug, name }) => ({ slug, name }))])),
  ...Object.fromEntries(KEPT.map((key) => [key, data[key]])),
});
