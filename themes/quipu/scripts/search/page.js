// The search page: input, facets and results.

import { add, addButton } from "../dom.js";
import { openSearch } from "./engine.js";
import { excerpt, marks, numbersOf } from "./excerpt.js";
import { hurry, pause } from "./pause.js";
import { WORD } from "./words.js";

const PAGE = 10;
const KINDS = ["case", "model", "page"];
const PATIENCE = 300;
// Milliseconds, a little longer than a frame takes to paint.
const FRAME = 20;
// Milliseconds, long enough for results to be painted first, too short to follow one.
const ADDRESS_DELAY = 99;

const byId = (end) => document.getElementById("search" + end);

const form = byId("");
if (form) start(form, form.dataset);

// Index files are classic scripts that pass their data to one callback, so that the same
// bytes work over HTTP and from file://.
function scripts(root) {
  const waiting = {};
  window.quipu = (name, data) => waiting[name](data);
  return (path) =>
    new Promise((resolve, reject) => {
      const [name, version = ""] = path.split(/(?=\?)/);
      waiting[version ? name.split("/")[1] : name] = resolve;
      const script = add(document.head, "script");
      script.src = `${root}quipu/search/${name}.js${version}`;
      script.onload = () => script.remove();
      script.onerror = reject;
    });
}

function start(form, words) {
  const { q: field, sort: order } = form.elements;
  const facets = [...form.querySelectorAll("[data-facet]")];
  const [status, notes, near, list] = ["-status", "-notes", "-near", "-results"].map(byId);
  const links = () => list.querySelectorAll("h2 a");
  const suggestions = near.firstElementChild;
  const load = scripts(words.root);
  const keys = facets.map((facet) => facet.dataset.facet);
  const chosen = {};
  let opened;
  let search;
  let run = 0;

  // --- State: all of it is in the URL, so that a search can be shared. --------------

  function readAddress() {
    const parameters = new URLSearchParams(location.hash.slice(1) || location.search);
    field.value = parameters.get("q") || "";
    order.value = parameters.get("sort") || "";
    if (!order.value) order.selectedIndex = 0;
    facets.forEach((facet, at) => {
      const slugs = (chosen[keys[at]] = parameters.getAll(keys[at]).filter(Boolean));
      if (slugs[0]) facet.open = true;
    });
  }

  function writeAddress(isStep) {
    const hash = new URLSearchParams();
    const state = { q: [field.value], sort: [order.value], ...chosen };
    for (const key in state) {
      for (const value of state[key]) if (value) hash.append(key, value);
    }
    // An empty state still has to override a query in "?q=".
    const address = "#" + (`${hash}` || "q=");
    if (address !== location.hash) history[isStep ? "pushState" : "replaceState"](0, "", address);
  }

  // --- Searching -------------------------------------------------------------------

  async function update() {
    const mine = ++run;
    const isMine = () => mine === run;
    const slow = setTimeout(() => isMine() && (status.textContent = words.loading), PATIENCE);
    try {
      opened = opened || openSearch(load, words.language);
      search = await opened;
      const places = search.rootFile.facets.map(([names]) => names.split(" ")[0]);
      const filters = places.map((key, facetPlace) => ({ facetPlace, slugs: chosen[key] || [] }));
      const found = await search.answer(field.value, filters.filter(({ slugs }) => slugs[0]), order.value);
      if (isMine()) await show(found, 0, isMine);
      if (isMine() && facets.some((facet) => facet.open)) {
        const more = await search.rest();
        await more.showFacets(search, facets, found, places, chosen, changed, isMine);
      }
    } catch (error) {
      opened = 0;
      if (isMine()) status.textContent = words.failed;
    }
    clearTimeout(slow);
  }

  // While the reader types, updating the results takes precedence over the URL.
  function changed(isStep) {
    if (isStep) writeAddress(isStep);
    else setTimeout(writeAddress, ADDRESS_DELAY);
    update();
  }

  // --- Rendering -------------------------------------------------------------------

  // Renders all results of a page at once. If the list is still empty, the first result is
  // painted before the files of the others are loaded.
  async function show(found, start, isMine) {
    const { hits, whole } = found;
    const parts = marks(found.forms);
    const end = start + PAGE;
    const old = start ? [list.lastChild] : [...list.children];
    let from = start;
    for (const stop of old[0] ? [end] : [1, end]) {
      if (from > start) await new Promise((resolve) => setTimeout(resolve, FRAME));
      const fragments = await Promise.all(hits.slice(from, stop).map(search.fragment));
      const results = new DocumentFragment();
      for (const [at, fragment] of fragments.entries()) {
        await pause();
        if (whole && from + at === whole) add(results, "li", words.some, "some");
        addResult(results, fragment, parts);
      }
      if (!isMine()) return;
      for (const item of old) item.remove();
      list.append(results);
      from = stop;
    }
    hurry();
    if (end < hits.length) addButton(add(list, "li", "", "more"), words.more, () => show(found, end, isMine));
    if (start) links()[start].focus();
    else await tell(found, isMine);
  }

  async function tell(found, isMine) {
    const { hits, whole, isEmpty, unknownWords } = found;
    const count = whole || hits.length;
    const text = count === 1 ? words.one : words.many.replace("#", count);
    status.textContent = whole ? text : count ? `${words.partial} ${text}` : isEmpty ? "" : words.none;
    notes.textContent = suggestions.textContent = "";
    near.hidden = isEmpty || count;
    if (found.extra) await found.extra.tellMore(search, found, words, notes, suggestions, field, changed, isMine);
    for (const word of count ? unknownWords : []) add(notes, "p", words.unknown.replace("#1", word));
  }

  function addResult(parent, fragment, parts) {
    const { edition, kind, year, url, title, labels } = fragment;
    const result = add(parent, "li");
    const meta = [words[KINDS[kind]], ...labels];
    if (year) meta.push(year);
    const code = search.rootFile.languages[edition];
    if (code !== words.language) {
      result.lang = code;
      meta.push(words["in" + code]);
    }
    const link = add(add(result, "h2"), "a");
    link.href = words.root + url;
    addMarked(link, title, parts);
    add(result, "p", meta.join(" · "), "meta");
    const { stretch, source } = excerpt(fragment, parts);
    if (stretch) addMarked(add(result, "p", "", "excerpt"), stretch, parts);
    if (source && source.anchor) {
      const where = add(result, "p", words.section + " ", "meta");
      add(where, "a", source.heading).href = `${words.root}${url}#${source.anchor}`;
    }
  }

  // --- Events ----------------------------------------------------------------------

  field.oninput = () => changed();
  order.onchange = () => changed(true);
  for (const facet of facets) facet.ontoggle = () => facet.open && update();
  form.onreset = form.onsubmit = (event) => {
    event.preventDefault();
    if (event.type === "reset") for (const key of keys) chosen[key] = [];
    changed(true);
  };
  // Arrow keys move the focus between the field and the results.
  window.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...links()];
    const at = stops.indexOf(document.activeElement);
    const next = at >= 0 && stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  window.onpopstate = () => {
    readAddress();
    update();
  };

  form.hidden = false;
  readAddress();
  if (location.search) writeAddress();
  update();
}

// Appends text with the matched words marked; text is never parsed as markup.
function addMarked(parent, text, parts) {
  let last = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!numbersOf(word).some((number) => parts[number])) continue;
    parent.append(text.slice(last, index));
    add(parent, "mark", word);
    last = index + word.length;
  }
  parent.append(text.slice(last));
}
