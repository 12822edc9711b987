// Reads the judged queries of queries.yaml.

import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { edition } from "./site.mjs";
import { fold } from "./words.mjs";

export const KINDS = ["title", "no-accents", "inflected", "prefix", "typo", "two-typos", "synonym", "phrase", "facet", "names"];

/** Returns queries as `{set, kind, language, query, relevant}`; throws if they do not match the site. */
export async function judgedQueries(site) {
  const text = await readFile(new URL("queries.yaml", import.meta.url), "utf8");
  const urls = { es: urlsOf(site, "es"), en: urlsOf(site, "en") };
  return parse(text).map(({ kind, lang, query, also, relevant }) => {
    const complain = (what) => {
      throw new Error(`queries.yaml, ${lang} ${kind} “${query}”: ${what}`);
    };
    if (!KINDS.includes(kind)) complain("no such kind");
    if (!urls[lang]) complain("no such language");
    const grades = Object.entries(relevant);
    if (grades.length < 1 || grades.length > 10) complain("one to ten pages should be relevant");
    for (const [url, grade] of grades) {
      if (!urls[lang].has(url)) complain(`${url} is not among the pages of its readers`);
      if (![1, 2, 3].includes(grade)) complain(`${url} has the grade ${grade}`);
    }
    const others = also ? site.generated.filter((each) => isMeant(each, also)) : [];
    const judgments = new Map([...grades, ...others.map(({ url }) => [url, 3])]);
    return { set: "judged", kind, language: lang, query, relevant: judgments };
  });
}

function urlsOf(site, language) {
  return new Set(edition(site.pages, language).map(({ url }) => url));
}

/** Whether a generated case has all terms of `also` and names its place, if given. */
export function isMeant({ title, front }, also) {
  return Object.entries(also).every(([key, value]) => {
    if (key !== "place") return [front[key]].flat().includes(value);
    const places = [title, front.provincia, front.distrito, front.entidad].filter(Boolean).map(fold);
    return places.some((place) => ` ${place.replace(/[^a-z]+/g, " ")} `.includes(` ${fold(value)} `));
  });
}
