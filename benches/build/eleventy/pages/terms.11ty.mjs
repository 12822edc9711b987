import { base } from "../base.mjs";
import { caseList, countOf, pager } from "../lists.mjs";
import { escape } from "../text.mjs";

export const data = { pagination: { data: "collections.termPages", size: 1, alias: "list" }, permalink: ({ list }) => list.url };

export const render = ({ list, collections }) => base({ url: list.url, title: `${list.term.name}${list.index ? ` (${list.index + 1})` : ""}` }, `<div class="wide">
<header class="page-head">
<nav class="crumbs" aria-label="Está en"><a href="${list.term.facet.url}">${list.term.facet.title}</a></nav>
<h1>${escape(list.term.name)}</h1>
${list.term.summary ? `<p class="lead">${escape(list.term.summary)}</p>` : ""}
${countOf(list)}
</header>
<h2 class="unseen">Casos</h2>
${caseList(list.cases, collections.places)}
${pager(list)}
${list.count ? `<p class="small"><a href="${list.term.url.replace(/html$/, "xml")}" type="application/atom+xml">Novedades de esta página</a></p>` : ""}
</div>`);
