import { SITE } from "../site.mjs";
import { each } from "../text.mjs";

export const data = { permalink: "/sitemap.xml" };

export const render = ({ collections }) => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${each(collections.addresses, ({ url, date }) => `<url><loc>${SITE.base}${url}</loc>${date ? `<lastmod>${date.toISOString().slice(0, 10)}</lastmod>` : ""}</url>`)}
</urlset>
`;
