// The cases in their order, the lists of them by term, and which are alike.

import { readFileSync } from "node:fs";

const PER_PAGE = 50;
// Quipu's own rule: what sharing a term says, of how many cases of a term, and how many are shown.
const WEIGHTS = { modelos: 4, sector: 2, region: 2, objetivo: 1 };
const CONSIDERED = 64;
const MOST = 4;

let known;

export function arrange(api) {
  if (known?.api !== api) known = { api, ...arranged(api) };
  return known;
}

function arranged(api) {
  const cases = api.getFilteredByTag("casos").sort((one, other) => other.date - one.date || (one.data.title < other.data.title ? -1 : 1));
  const facets = facetsOf(cases, api.getFilteredByGlob("content/*/*/_index.md"));
  const terms = facets.flatMap((facet) => facet.terms);
  return {
    cases,
    facets,
    lists: paged(cases, "/casos/"),
    // A model's own page has the first of its cases.
    termPages: terms.flatMap((term) => pagesOf(term).slice(term.facet.key === "modelos" ? 1 : 0)),
    termFeeds: terms.filter((term) => term.cases.length),
    places: placesOf(cases, facets),
    addresses: [...cases, ...terms],
  };
}

function facetsOf(cases, files) {
  const facets = JSON.parse(readFileSync("facets.json", "utf8")).map((facet) => ({ ...facet, url: `/${facet.key}/index.html`, terms: [], bySlug: new Map() }));
  const byKey = new Map(facets.map((facet) => [facet.key, facet]));
  for (const { filePathStem, data } of files) {
    const [, , key, slug] = filePathStem.split("/");
    add(byKey.get(key), slug, data.title, data.summary);
  }
  for (const one of cases)
    for (const facet of facets)
      for (const slug of one.data[facet.key]) (facet.bySlug.get(slug) ?? add(facet, slug, slug)).cases.push(one);
  for (const facet of facets) facet.terms.sort((one, other) => (one.name < other.name ? -1 : 1));
  return facets;
}

function add(facet, slug, name, summary) {
  const term = { facet, slug, name, summary, url: `/${facet.key}/${slug}.html`, cases: [] };
  facet.terms.push(term);
  facet.bySlug.set(slug, term);
  return term;
}

export const pagesOf = (term) => paged(term.cases, term.url.replace(/\.html$/, "/"), term.url).map((page) => ({ ...page, term }));

function paged(cases, folder, first = `${folder}index.html`) {
  const total = Math.max(1, Math.ceil(cases.length / PER_PAGE));
  const urls = Array.from({ length: total }, (_, index) => (index ? `${folder}pagina-${index + 1}.html` : first));
  return urls.map((url, index) => ({ url, urls, index, total, count: cases.length, cases: cases.slice(index * PER_PAGE, (index + 1) * PER_PAGE) }));
}

/** By address: a case's terms, the cases before and after it, and those alike. */
function placesOf(cases, facets) {
  const own = new Map(cases.map((one) => [one, facets.map((facet) => one.data[facet.key].map((slug) => facet.bySlug.get(slug)))]));
  return new Map(cases.map((one, index) => [one.url, { terms: own.get(one), previous: cases[index - 1], next: cases[index + 1], related: related(one, own) }]));
}

function related(one, own) {
  const weighed = own.get(one).filter(([term]) => WEIGHTS[term?.facet.key]).flat();
  const alike = new Set(weighed.flatMap((term) => term.cases.slice(0, CONSIDERED)));
  alike.delete(one);
  const found = [...alike].map((other) => ({ other, shared: weighed.filter(({ facet, slug }) => other.data[facet.key].includes(slug)) }));
  const likeness = ({ shared }) => shared.reduce((sum, { facet }) => sum + WEIGHTS[facet.key], 0);
  return found.sort((a, b) => likeness(b) - likeness(a) || b.other.date - a.other.date).slice(0, MOST);
}
