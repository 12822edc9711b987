import { base } from "../base.mjs";
import { cite, citation, contents, head, kit, resultCells, source } from "../parts.mjs";
import { date, each, escape, number } from "../text.mjs";

export function render(data) {
  const { page, title, summary, content, collections } = data;
  const place = collections.places.get(page.url);
  return base({ url: page.url, title, summary, head: head(data, place.terms.flat()) }, `${kit(data)}
<article class="wide">
<header class="page-head">
<nav class="crumbs" aria-label="Está en"><a href="/casos/index.html">Casos</a></nav>
<h1>${escape(title)}</h1>
<p class="lead">${escape(summary)}</p>
<p class="onward"><a href="#replicar">Hoja de trabajo para replicarlo: se imprime y se llena →</a> <button type="button" class="second" hidden data-keep="${page.url}" data-title="${escape(title)}" data-words="Guardar en mi lista" data-kept="Quitar de mi lista"></button></p>
</header>
<div class="with-aside">
${summaryBox(data, place.terms)}
<div class="body">
${contents(data)}
<div class="prose">${content}</div>
${results(data)}
${replication(data)}
${contacts(data)}
${sources(data)}
${related(place)}
${citation(data)}
<p class="small told">Escrito el ${date(page.date)}</p>
${neighbours(place)}
</div>
</div>
</article>`);
}

const summaryBox = ({ provincia, entidad, socios, periodo, poblacion, costo }, terms) => `<aside class="box" aria-labelledby="q-ficha">
<h2 id="q-ficha">Ficha</h2>
<dl data-facts>
${each(terms.filter(([term]) => term && term.facet.key !== "anio"), (own) => fact(own, provincia))}
<dt data-key="entity">Entidad</dt><dd>${escape(entidad)}</dd>
<dt data-key="partners">Con apoyo de</dt><dd>${escape(socios.join(", "))}</dd>
<dt data-key="period">Periodo</dt><dd>${periodo.inicio === periodo.fin ? periodo.inicio : `${periodo.inicio} a ${periodo.fin}`}</dd>
<dt data-key="population">Población</dt><dd>${escape(poblacion.descripcion)}: ${number(poblacion.cantidad)} personas${cite(poblacion.fuente)}</dd>
<dt data-key="cost">Costo</dt><dd>S/ ${number(costo.monto)}<br>${escape(costo.cubre)}${cite(costo.fuente)}</dd>
</dl>
</aside>`;

const fact = (own, provincia) => `<dt data-key="${own[0].facet.key}">${own[0].facet.name}</dt>
<dd>${each(own, ({ url, name }) => `<a href="${url}">${escape(name)}</a>`, ", ")}${own[0].facet.key === "region" ? `<br>${escape(provincia)}` : ""}</dd>`;

const results = ({ resultados }) => `<section>
<h2 id="q-resultados">Resultados en cifras</h2>
<div class="table" role="region" aria-labelledby="q-resultados" tabindex="0">
<table class="measures" data-key="results" data-facts="Resultados en cifras">
<thead><tr><th scope="col">Indicador</th><th scope="col" class="figure">Antes</th><th scope="col" class="figure">Después</th><th scope="col" class="figure">Cambio</th><th scope="col">Fuente</th></tr></thead>
<tbody>
${each(resultados, (result) => `<tr>${resultCells(result)}\n<td data-label="Fuente">${cite(result.fuente)}</td></tr>`)}
</tbody>
</table>
</div>
</section>`;

const replication = ({ replicacion }) => `<section class="replication" aria-labelledby="q-replicacion">
<h2 id="q-replicacion">Condiciones, pasos y riesgos</h2>
<h3>Condiciones</h3>
<ul class="checks" data-key="conditions" data-facts="Condiciones">${each(replicacion.condiciones, (text) => `<li>${escape(text)}</li>`, "")}</ul>
<h3>Riesgos</h3>
<dl class="risks" data-key="risks" data-facts="Riesgos">
${each(replicacion.riesgos, ({ riesgo, mitigacion }) => `<dt>${escape(riesgo)}</dt><dd>Cómo evitarlo: ${escape(mitigacion)}</dd>`)}
</dl>
</section>`;

const contacts = ({ contactos }) => `<section aria-labelledby="q-contactos">
<h2 id="q-contactos">Contactos</h2>
<ul>
${each(contactos, ({ entidad }) => `<li>${escape(entidad)}</li>`)}
</ul>
</section>`;

const sources = ({ fuentes }) => `<section class="sources" aria-labelledby="q-fuentes">
<h2 id="q-fuentes">Fuentes</h2>
<ol>
${each(fuentes, (one, index) => `<li id="q-fuente-${index + 1}">${source(one)}</li>`)}
</ol>
</section>`;

const related = ({ related }) => `<section aria-labelledby="q-afines" class="related">
<h2 id="q-afines">Casos afines</h2>
<ul>
${each(related, ({ other, shared }) => `<li><a href="${other.url}">${escape(other.data.title)}</a>
<p class="small">En común: ${each(shared, ({ facet, name }) => `${facet.name}: ${escape(name)}`, " · ")}</p></li>`)}
</ul>
</section>`;

const neighbours = ({ previous, next }) => `<nav class="neighbours" aria-label="Otros casos">
${previous ? `<p><span class="small">← Anterior</span><br><a rel="prev" href="${previous.url}">${escape(previous.data.title)}</a></p>` : ""}
${next ? `<p class="next"><span class="small">Siguiente →</span><br><a rel="next" href="${next.url}">${escape(next.data.title)}</a></p>` : ""}
</nav>`;
