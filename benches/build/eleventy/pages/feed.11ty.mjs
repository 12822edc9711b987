import { feed } from "../feed.mjs";

export const data = { permalink: "/novedades.xml" };

export const render = ({ page, collections }) => feed({ url: page.url, page: "/casos/index.html" }, collections.cases, collections.places);
