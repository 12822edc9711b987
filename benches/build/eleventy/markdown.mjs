// Headings that can be linked to, links that lead to pages, and numbers of sources as links.

export function markdown(library) {
  const { rules } = library.renderer;
  rules.heading_open = (tokens, index) => `<${tokens[index].tag} id="${slug(tokens[index + 1].content)}">`;
  rules.link_open = (tokens, index) => `<a href="${tokens[index].attrGet("href").replace(/^\.\.\//, "/").replace(/^(?=[^/:]+\.md$)/, "/casos/").replace(/\.md$/, ".html")}">`;
  rules.text = (tokens, index) =>
    library.utils.escapeHtml(tokens[index].content).replace(/ \[(\d)\]/g, '<sup class="cite"><a href="#q-fuente-$1">$1</a></sup>');
}

const slug = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
