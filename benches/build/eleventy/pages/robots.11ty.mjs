import { SITE } from "../site.mjs";

export const data = { permalink: "/robots.txt" };

export const render = () => `User-agent: *
Allow: /

Sitemap: ${SITE.base}/sitemap.xml
`;
