// What a page of the site says, for engines that index text and not HTML.

// Left out: lists of other pages, of a model's cases and what they rest on, and the names
// of facets, which are the same on every page. Facets' terms stay.
const LISTS = /<section[^>]* aria-labelledby="q-(?:casos|regiones|fuentes-casos)">.*?<\/section>/gs;
const LABELS = /<dt>.*?<\/dt>/gs;
export const LEFT_OUT = ["#q-casos", "#q-regiones", "#q-fuentes-casos"].map((id) => `section:has(> ${id})`).concat("aside dt");

/** Title, summary, facets and body. */
export function fieldsOf(html) {
  const article = /<article.*<\/article>/s.exec(html)[0].replace(/<nav.*?<\/nav>/gs, "").replace(LISTS, "");
  const part = (pattern) => pattern.exec(article)?.[0] ?? "";
  const title = part(/<h1>.*?<\/h1>/s);
  const summary = part(/<p class="lead">.*?<\/p>/s);
  const facets = part(/<aside.*?<\/aside>/s);
  const body = [title, summary, facets].reduce((rest, each) => rest.replace(each, " "), article);
  return { title: textOf(title), summary: textOf(summary), facets: textOf(facets.replace(LABELS, "")), body: textOf(body) };
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function textOf(html) {
  return html
    .replace(/<sup class="cite">.*?<\/sup>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
      name ? (ENTITIES[name] ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\s+/g, " ")
    .trim();
}
