// What every page has around it.

import { SITE } from "./site.mjs";
import { each, escape } from "./text.mjs";

const MENU = [["casos", "Casos"], ["modelos", "Modelos de gestión"], ["region", "Regiones"], ["sector", "Sectores"]];

export const base = ({ url, title, summary, head = "" }, main) => `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title ? `${escape(title)} — ` : ""}${SITE.title}</title>
<meta name="description" content="${escape(summary ?? SITE.description)}">
<meta name="generator" content="Eleventy">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/quipu/quipu.css">
<link rel="icon" href="/quipu/quipu.svg">
<script src="/quipu/list.js" defer></script>
<link rel="canonical" href="${SITE.base}${url}">
<link rel="alternate" hreflang="es" href="${SITE.base}${url}">
<link rel="alternate" type="application/atom+xml" href="/novedades.xml" title="${SITE.title}">
${head}
</head>
<body>
<a class="skip" href="#contenido">Ir al contenido</a>
<header class="masthead">
<div class="wide">
<a class="brand" href="/index.html"><img src="/quipu/quipu.svg" alt="" height="32"> <span>${SITE.title}</span></a>
<nav aria-label="Menú principal">
<ul>
${each(MENU, ([key, name]) => `<li><a href="/${key}/index.html"${url.startsWith(`/${key}/`) ? ' aria-current="true"' : ""}>${name}</a></li>`)}
</ul>
</nav>
</div>
</header>
<main id="contenido" tabindex="-1">
${main}
</main>
<footer class="colophon">
<div class="wide">
<p><strong>${SITE.title}</strong><br>Puede copiar este sitio completo a una memoria USB y abrirlo sin internet.</p>
<nav aria-label="Más sobre este sitio"><ul>
<li><a href="/index.json">Datos abiertos</a></li>
<li><a href="/sitemap.xml">Mapa del sitio</a></li>
</ul></nav>
<p class="small">Hecho con Eleventy.</p>
</div>
</footer>
</body>
</html>
`;
