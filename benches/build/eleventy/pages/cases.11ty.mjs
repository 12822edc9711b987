import { base } from "../base.mjs";
import { caseList, countOf, pager } from "../lists.mjs";

export const data = { pagination: { data: "collections.lists", size: 1, alias: "list" }, permalink: ({ list }) => list.url };

export const render = ({ list, collections }) => base({ url: list.url, title: `Todos los casos${list.index ? ` (${list.index + 1})` : ""}` }, `<div class="wide">
<header class="page-head">
<h1>Todos los casos</h1>
${countOf(list)}
</header>
<h2 class="unseen">Casos</h2>
${caseList(list.cases, collections.places)}
${pager(list)}
</div>`);
