// Exports cases to a single self-contained HTML file, without scripts or pictures.

import { add } from "../dom.js";

const STYLE = `body{font:1em/1.55 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c2420}
h1,h2,h3{line-height:1.2}article{break-before:page;border-top:3px solid #17553f;margin-top:3rem}
dt{font-weight:600}dd{margin:0 0 .6rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;border-bottom:1px solid #ccc;padding:.3rem .5rem .3rem 0}`;

/** Renders the facts of cases to the text of an HTML file. */
export function asFile(title, cases, language) {
  const page = document.implementation.createHTMLDocument(title);
  add(page.body, "h1", title);
  for (const facts of cases) addCase(page.body, facts);
  // The content security policy of this page would block a <style> element.
  const head = `<meta charset="utf-8"><style>${STYLE}</style>${page.head.innerHTML}`;
  return `<!doctype html>\n<html lang="${language}"><head>${head}</head>\n${page.body.outerHTML}</html>\n`;
}

function addCase(body, { title, summary, address, rows, texts }) {
  const article = add(body, "article");
  add(article, "h2", title);
  add(article, "p", summary);
  if (address) add(add(article, "p"), "a", address).href = address;
  const list = add(article, "dl");
  for (const { label, lines } of rows) {
    add(list, "dt", label);
    for (const line of lines) add(list, "dd", line);
  }
  for (const text of texts) article.append(...safe(text, address).childNodes);
}

// Reduces HTML to text and absolute links, which work wherever the file is.
function safe(html, address) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const unwanted = "script, style, link, img, picture, svg, iframe, object, embed, form, input, button, .cite";
  for (const part of body.querySelectorAll(unwanted)) part.remove();
  for (const element of body.querySelectorAll("*")) {
    const href = element.getAttribute("href");
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
    const target = href && (/^https?:/.test(href) ? href : address && !href.startsWith("#") && new URL(href, address).href);
    if (target && /^https?:/.test(target)) element.href = target;
    else if (href) element.replaceWith(...element.childNodes);
  }
  return body;
}
