import { base } from "../base.mjs";
import { caseCount, each, escape } from "../text.mjs";

export const data = { pagination: { data: "collections.facets", size: 1, alias: "facet" }, permalink: ({ facet }) => facet.url };

export const render = ({ facet }) => base(facet, `<div class="wide">
<header class="page-head"><h1>${facet.title}</h1></header>
<ul class="terms tall">
${each(facet.terms, ({ url, name, summary, cases }) => `<li><a href="${url}">${escape(name)}</a> <span class="count">${caseCount(cases.length)}</span>${summary ? `<p>${escape(summary)}</p>` : ""}</li>`)}
</ul>
</div>`);
