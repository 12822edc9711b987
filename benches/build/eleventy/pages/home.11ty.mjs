import { base } from "../base.mjs";
import { caseList } from "../lists.mjs";
import { SITE } from "../site.mjs";
import { caseCount, each, escape } from "../text.mjs";

export const data = { permalink: "/index.html" };

export const render = ({ collections }) => base({ url: "/index.html" }, `<section class="hero"><div class="wide"><h1>${SITE.title}</h1>
<p class="lead">¿Qué funcionó en un lugar como el suyo, qué se necesitó y cómo se hace?</p></div></section>
<div class="wide">
<p class="intro">${SITE.description}</p>
<ul class="figures"><li>${caseCount(collections.cases.length)}</li></ul>
${each(collections.facets.slice(0, 3), ({ title, terms }) => `<section>
<h2>${title}</h2>
<ul class="terms">
${each(terms, ({ url, name, cases }) => `<li><a href="${url}">${escape(name)}</a> <span class="count">${caseCount(cases.length)}</span></li>`)}
</ul>
</section>`)}
<section>
<h2>Casos recientes</h2>
${caseList(collections.cases.slice(0, 6), collections.places)}
</section>
</div>`);
