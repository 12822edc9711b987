import { base } from "../base.mjs";
import { pagesOf } from "../arrange.mjs";
import { caseList, pager } from "../lists.mjs";
import { citation, contents, head, kit, resultCells, source } from "../parts.mjs";
import { caseCount, each, escape } from "../text.mjs";

export function render(data) {
  const { page, title, summary, content, collections } = data;
  const term = collections.facets.find(({ key }) => key === "modelos").terms.find(({ url }) => url === page.url);
  const list = pagesOf(term)[0];
  const shown = list.cases;
  return base({ url: page.url, title, summary, head: head(data) }, `${kit(data, shown)}
<article class="wide">
<header class="page-head">
<nav class="crumbs" aria-label="Está en"><a href="/modelos/index.html">Modelos de gestión</a></nav>
<h1>${escape(title)}</h1>
<p class="lead">${escape(summary)}</p>
<p class="onward"><a href="#replicar">Hoja de trabajo para replicarlo: se imprime y se llena →</a></p>
</header>
<div class="body">
${contents(data)}
<div class="prose">${content}</div>
<section aria-labelledby="q-casos">
<h2 id="q-casos">Casos que lo aplican</h2>
${list.total > 1 ? `<p class="count">Se muestran los ${shown.length} casos más recientes de ${list.count}, con sus resultados y fuentes; los demás siguen en las páginas de esta lista.</p>` : ""}
${caseList(shown, collections.places)}
${pager(list)}
</section>
${results(shown)}
${adoptions(shown)}
${regions(term.cases, collections)}
${sources(shown)}
${citation(data)}
</div>
</article>`);
}

const results = (cases) => `<section>
<h2 id="q-resultados-casos">Resultados de sus casos</h2>
<div class="table" role="region" aria-labelledby="q-resultados-casos" tabindex="0">
<table class="measures">
<thead><tr><th scope="col">Indicador</th><th scope="col" class="figure">Antes</th><th scope="col" class="figure">Después</th><th scope="col" class="figure">Cambio</th></tr></thead>
${each(cases, ({ url, data }) => `<tbody>
<tr class="group"><th scope="rowgroup" colspan="4"><a href="${url}">${escape(data.title)}</a></th></tr>
${each(data.resultados, (result) => `<tr>${resultCells(result)}</tr>`)}
</tbody>`)}
</table>
</div>
</section>`;

const adoptions = (cases) => `<section aria-labelledby="q-adopciones">
<h2 id="q-adopciones">Dónde se aplica, desde cuándo</h2>
<ol class="timeline">
${each([...cases].sort((one, other) => one.data.periodo.inicio - other.data.periodo.inicio), ({ url, data }) => `<li><strong>${data.periodo.inicio}</strong> <a href="${url}">${escape(data.title)}</a></li>`)}
</ol>
</section>`;

function regions(cases, { places }) {
  const counts = new Map();
  for (const { url } of cases) for (const term of places.get(url).terms[0]) counts.set(term, (counts.get(term) ?? 0) + 1);
  return `<section aria-labelledby="q-regiones">
<h2 id="q-regiones">Dónde se aplica</h2>
<ul class="inline">
${each([...counts], ([{ url, name }, count]) => `<li><a href="${url}">${escape(name)}</a> <span class="count">${caseCount(count)}</span></li>`)}
</ul>
</section>`;
}

const sources = (cases) => `<section class="sources" aria-labelledby="q-fuentes-casos">
<h2 id="q-fuentes-casos">Fuentes de los casos</h2>
${each(cases, ({ url, data }) => `<h3><a href="${url}">${escape(data.title)}</a></h3>
<ul>
${each(data.fuentes, (one) => `<li>${source(one)}</li>`)}
</ul>`)}
</section>`;
