import { feed } from "../feed.mjs";

export const data = { pagination: { data: "collections.termFeeds", size: 1, alias: "term" }, permalink: ({ term }) => term.url.replace(/html$/, "xml") };

export const render = ({ page, term, collections }) => feed({ url: page.url, page: term.url, name: term.name }, term.cases, collections.places);
