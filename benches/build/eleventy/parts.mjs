// The parts of a page about a case or a model.

import { SITE } from "./site.mjs";
import { date, each, escape, number } from "./text.mjs";

export const cite = (source) => `<sup class="cite"><a href="#q-fuente-${source}" title="Fuente ${source}">${source}</a></sup>`;

export const source = ({ titulo, institucion, anio }) => `<cite>${escape(titulo)}</cite>. ${escape(institucion)}, ${anio}.`;

export function head({ page, title, summary, fuentes, periodo, provincia }, terms = []) {
  const day = page.date.toISOString().slice(0, 10);
  const region = terms.find(({ facet }) => facet.key === "region");
  const linked = {
    "@context": "https://schema.org",
    "@type": "Report",
    citation: fuentes?.map(({ titulo, institucion, anio }) => ({ "@type": "CreativeWork", datePublished: String(anio), name: titulo, publisher: { "@type": "Organization", name: institucion } })),
    contentLocation: region && { "@type": "Place", name: `${provincia}, ${region.name}` },
    dateModified: day,
    datePublished: day,
    description: summary,
    headline: title,
    inLanguage: "es",
    isPartOf: { "@type": "WebSite", name: SITE.title },
    keywords: terms.map(({ name }) => name),
    temporalCoverage: periodo && `${periodo.inicio}/${periodo.fin}`,
    url: SITE.base + page.url,
  };
  return `<script type="application/ld+json">${JSON.stringify(linked).replace(/</g, "\\u003c")}</script>
<meta property="og:type" content="article">
<meta property="og:title" content="${escape(title)}">
<meta property="og:description" content="${escape(summary)}">
<meta property="og:url" content="${SITE.base}${page.url}">
<meta property="og:site_name" content="${SITE.title}">
<meta property="og:locale" content="es_PE">`;
}

export const kit = ({ page, title, replicacion }, demands = []) => `<section id="replicar" class="wide kit" aria-labelledby="q-replicar">
<p class="crumbs"><a href="#contenido">← ${escape(title)}</a></p>
<h1 id="q-replicar">Hoja de trabajo para replicarlo</h1>
<p class="lead">${escape(title)}</p>
<p class="small">Imprima esta página y llénela en una reunión: qué se tiene, qué falta, quién hace cada cosa y cuándo.</p>
<table class="blanks"><tbody>
<tr><th scope="row">Municipalidad o gobierno regional</th><td></td></tr>
<tr><th scope="row">Distrito, provincia y región</th><td></td></tr>
<tr><th scope="row">Fecha y responsable</th><td></td></tr>
</tbody></table>
${replicacion ? `<h2>Condiciones</h2>\n${conditions(replicacion.condiciones)}\n<h2>Riesgos</h2>\n${risks(replicacion.riesgos)}` : ""}
${each(demands, ({ url, data }) => `<h2>Lo que pidió el caso <a href="${url}">${escape(data.title)}</a></h2>\n${conditions(data.replicacion.condiciones)}`)}
<h2>Notas y acuerdos</h2>
<div class="lines"></div>
<p class="small">${SITE.base}${page.url}</p>
</section>`;

const conditions = (list) => `<div class="table" role="region" aria-label="Condiciones" tabindex="0">
<table class="form"><thead><tr><th scope="col">Condición</th><th scope="col">La tenemos</th><th scope="col">Qué falta y quién lo resuelve</th></tr></thead>
<tbody>
${each(list, (text) => `<tr><th scope="row">${escape(text)}</th><td><span class="tick"></span></td><td></td></tr>`)}
</tbody></table>
</div>`;

const risks = (list) => `<div class="table" role="region" aria-label="Riesgos" tabindex="0">
<table class="form"><thead><tr><th scope="col">Riesgo</th><th scope="col">Cómo evitarlo</th><th scope="col">En nuestro caso</th></tr></thead>
<tbody>
${each(list, ({ riesgo, mitigacion }) => `<tr><th scope="row">${escape(riesgo)}</th><td>${escape(mitigacion)}</td><td></td></tr>`)}
</tbody></table>
</div>`;

const HEADING = /<h2 id="([^"]*)">(.*?)<\/h2>/g;

export function contents({ content, resultados, replicacion, fuentes }) {
  const headings = [...content.matchAll(HEADING)].map(([, id, text]) => [id, text]);
  if (resultados) headings.push(["q-resultados", "Resultados en cifras"]);
  if (replicacion) headings.push(["q-replicacion", "Condiciones, pasos y riesgos"]);
  if (fuentes) headings.push(["q-fuentes", "Fuentes"]);
  return `<nav class="contents" aria-labelledby="q-indice">
<h2 id="q-indice">En esta página</h2>
<ol>
${each(headings, ([id, text]) => `<li><a href="#${id}">${text}</a></li>`)}
</ol>
</nav>`;
}

export function resultCells({ indicador, linea_de_base: before, linea_final: after }) {
  const share = (value) => ((100 * value) / Math.max(before.valor, after.valor)).toFixed(1);
  const change = after.valor - before.valor;
  return `<th scope="row">${escape(indicador)}<svg class="bars" viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true"><rect class="before" width="${share(before.valor)}" height="3.6"/><rect class="after" y="4.8" width="${share(after.valor)}" height="4.2"/></svg></th>
<td class="figure" data-label="Antes">${number(before.valor)} % <span class="small">(${before.anio})</span></td>
<td class="figure" data-label="Después">${number(after.valor)} % <span class="small">(${after.anio})</span></td>
<td class="figure" data-label="Cambio">${change > 0 ? "+" : ""}${change} puntos porcentuales</td>`;
}

export const citation = ({ page, title }) => `<section class="citation" aria-labelledby="q-citar">
<h2 id="q-citar">Cómo citar esta página</h2>
<p><cite>${escape(title)}</cite>. ${SITE.title}, ${date(page.date)}. <a href="${SITE.base}${page.url}">${SITE.base}${page.url}</a></p>
</section>`;
