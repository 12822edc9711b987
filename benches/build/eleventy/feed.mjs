import { SITE } from "./site.mjs";
import { each, escape } from "./text.mjs";

const MOST = 20;
const SHOWN = new Set(["region", "sector", "modelos", "estado"]);
const day = (date) => `${date.toISOString().slice(0, 19)}Z`;

export const feed = ({ url, page, name }, cases, places) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es">
<id>${SITE.base}${url}</id>
<link rel="self" type="application/atom+xml" href="${SITE.base}${url}"/>
<title>${name ? `${escape(name)} — ` : ""}${SITE.title}</title>
<subtitle>${SITE.description}</subtitle>
<updated>${day(cases[0].date)}</updated>
<author><name>${SITE.title}</name></author>
<generator>Eleventy</generator>
<link rel="alternate" type="text/html" href="${SITE.base}${page}"/>
${each(cases.slice(0, MOST), (one) => entry(one, places.get(one.url).terms.flat()))}
</feed>
`;

const entry = ({ url, date, data }, terms) => `<entry>
<id>${SITE.base}${url}</id>
<title>${escape(data.title)}</title>
<link rel="alternate" type="text/html" href="${SITE.base}${url}"/>
<published>${day(date)}</published>
<updated>${day(date)}</updated>
${each(terms.filter(({ facet }) => SHOWN.has(facet.key)), ({ slug, name }) => `<category term="${slug}" label="${escape(name)}"/>`)}
<summary>${escape(data.summary)}</summary>
</entry>`;
