// Lists of cases, and the way through their pages.

import { caseCount, each, escape } from "./text.mjs";

const ON_CARDS = new Set(["region", "sector", "modelos", "estado"]);
const cards = new WeakMap();

/** Each card once, since it is on many pages. */
function card(one, places) {
  if (!cards.has(one)) cards.set(one, written(one, places.get(one.url).terms.flat().filter(({ facet }) => ON_CARDS.has(facet.key))));
  return cards.get(one);
}

const written = ({ url, data }, terms) => `<li class="card">
<h3><a href="${url}">${escape(data.title)}</a></h3>
<p>${escape(data.summary)}</p>
<ul class="tags">
${each(terms, (term) => `<li class="tag ${term.facet.key}"><a href="${term.url}">${escape(term.name)}</a></li>`)}
</ul>
</li>`;

export const caseList = (cases, places) => `<ul class="cards">
${cases.length ? each(cases, (one) => card(one, places)) : '<li class="empty">Todavía no hay casos aquí.</li>'}
</ul>`;

export const countOf = ({ count, index, total }) => `<p class="count">${caseCount(count)}${total > 1 ? ` · Página ${index + 1} de ${total}` : ""}</p>`;

export function pager({ urls, index, total }) {
  if (total < 2) return "";
  const near = urls.map((url, at) => ({ url, at })).filter(({ at }) => Math.abs(at - index) <= 2 || at === 0 || at === total - 1);
  return `<nav class="pager" aria-label="Páginas de la lista">
${index > 0 ? `<a rel="prev" href="${urls[index - 1]}">← Anterior</a>` : ""}
<ol>
${each(near, ({ url, at }) => `<li><a href="${url}"${at === index ? ' aria-current="page"' : ""}>${at + 1}</a></li>`)}
</ol>
${index < total - 1 ? `<a rel="next" href="${urls[index + 1]}">Siguiente →</a>` : ""}
</nav>`;
}
