// Finds cases from the places most similar to the reader's. Everything is computed in the
// browser, so that the reader's location stays private. The choice is in the URL, so that it
// can be shared.

import { add, addButton } from "../dom.js";
import { FACTORS, likeness, likenessOf } from "./likeness.js";
import { load } from "./places.js";

const STEP = 6;
const CASES = 5;
const LEVELS = ["department", "province", "district"];
const WIDTHS = { department: 2, province: 4, district: 6 };
const USUAL = "2";

const form = document.getElementById("municipality");
const words = form.dataset;
const fields = form.elements;
const found = document.getElementById("places");
const [status, own, list] = ["status", "own", "list"].map((name) => found.querySelector(`[data-${name}]`));
const result = document.getElementById("place");
// A no-break space keeps numbers and units together.
const percentSign = words.percent.replace(" ", "\u00a0");
const shares = [...form.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part.textContent]);

let run = 0;

// --- Choosing a place ----------------------------------------------------------------

const chosen = () => LEVELS.map((level) => fields[level].value).filter(Boolean).pop();

const departmentFile = (ubigeo) => load(words.root, ubigeo.slice(0, 2));

/** Fills the select fields; resolves to false if another choice was made in the meantime. */
async function offer(ubigeo) {
  const mine = ++run;
  const places = ubigeo ? await departmentFile(ubigeo) : [];
  if (mine !== run) return false;
  for (const level of LEVELS) {
    const field = fields[level];
    if (level !== "department") {
      const within = ubigeo.slice(0, WIDTHS[level] - 2);
      const isOffered = (it) => it.ubigeo.length === WIDTHS[level] && it.ubigeo.startsWith(within);
      const options = within.length === WIDTHS[level] - 2 ? places.filter(isOffered) : [];
      while (field.options.length > 1) field.lastChild.remove();
      options.sort((a, b) => a.name.localeCompare(b.name, words.language));
      for (const { ubigeo, name } of options) add(field, "option", name).value = ubigeo;
      field.disabled = !options.length;
    }
    field.value = ubigeo.length >= WIDTHS[level] ? ubigeo.slice(0, WIDTHS[level]) : "";
  }
  return true;
}

// --- The URL -------------------------------------------------------------------------

const weightsOf = () => Object.fromEntries(FACTORS.map((factor) => [factor, Number(fields[factor].value)]));

async function readAddress() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const ubigeo = parameters.get("ubigeo") || "";
  fields.sector.value = parameters.get("sector") || "";
  for (const factor of FACTORS) fields[factor].value = parameters.get(factor) || USUAL;
  await offer(/^\d{2}(\d{2}){0,2}$/.test(ubigeo) ? ubigeo : "");
}

function writeAddress() {
  const parameters = new URLSearchParams();
  const state = { ubigeo: chosen(), sector: fields.sector.value };
  for (const factor of FACTORS) state[factor] = fields[factor].value === USUAL ? "" : fields[factor].value;
  for (const name in state) if (state[name]) parameters.set(name, state[name]);
  history.replaceState(0, "", `#${parameters}`);
}

// --- Comparing -----------------------------------------------------------------------

async function update() {
  const mine = ++run;
  const ubigeo = chosen();
  found.hidden = !ubigeo;
  if (!ubigeo) return;
  try {
    const here = (await departmentFile(ubigeo)).find((it) => it.ubigeo === ubigeo);
    const candidates = await load(words.root + words.home, "lugares");
    if (mine === run && here) show(here, ranked(here, candidates));
  } catch {
    if (mine === run) status.textContent = words.failed;
  }
}

function ranked(here, candidates) {
  const sector = fields.sector.value;
  const weights = weightsOf();
  return candidates
    .filter((there) => !sector || there.sectors.includes(sector))
    .map((there) => ({ there, alike: likenessOf(here, there, weights) }))
    .filter(({ alike }) => alike !== null)
    .sort((a, b) => b.alike - a.alike || a.there.name.localeCompare(b.there.name, words.language));
}

// --- Rendering -----------------------------------------------------------------------

function show(here, places) {
  own.textContent = FACTORS.map((factor) => `${label(factor)}: ${written(factor, here)}`).join(" · ");
  status.textContent = places.length ? words.found.replace("#", here.name) : words.none;
  list.textContent = "";
  showMore(here, places, 0);
}

function showMore(here, places, start) {
  const end = start + STEP;
  for (const place of places.slice(start, end)) addPlace(here, place);
  if (end >= places.length) return;
  const item = add(list, "li");
  const button = addButton(item, words.more, () => {
    item.remove();
    showMore(here, places, end);
    list.children[end].querySelector("summary").focus();
  });
  button.className = "second";
}

function addPlace(here, { there, alike }) {
  const item = result.content.cloneNode(true).firstElementChild;
  const fill = (name) => item.querySelector(`[data-${name}]`);
  fill("name").textContent = [called(there), ...there.within].join(", ");
  fill("likeness").textContent = there.ubigeo === here.ubigeo ? words.same : words.alike.replace("#", percent(alike));
  // The chosen place itself needs no explanation of its similarity.
  if (there.ubigeo === here.ubigeo) fill("why").remove();
  else for (const factor of FACTORS) {
    const row = fill(`factor=${factor}`);
    const own = likeness(factor, here, there);
    [label(factor), written(factor, here), written(factor, there), own === null ? "—" : percent(own)].forEach(
      (text, at) => (row.children[at].textContent = text),
    );
  }
  list.append(item);
  addCases(item.querySelector("ul"), there.ubigeo);
}

const called = ({ ubigeo, name }) => (ubigeo.length < 6 ? words[`level${ubigeo.length}`].replace("#", name) : name);

async function addCases(list, ubigeo) {
  const sector = fields.sector.value;
  const { cases, total, region } = await load(words.root + words.home, `casos/${ubigeo}`).catch(() => ({ cases: [] }));
  const asked = cases.filter(({ sectors }) => !sector || sectors.includes(sector));
  for (const it of asked.slice(0, CASES)) addCase(list, it);
  if (asked.length > CASES || total > cases.length) {
    const page = sector ? `${words.home}buscar.html#${new URLSearchParams({ sector, region: region.split("/").pop().replace(".html", "") })}` : region;
    add(add(list, "li"), "a", words.all).href = words.root + page;
  }
}

function addCase(list, { title, permalink, summary, language }) {
  const item = add(list, "li");
  const link = add(item, "a", title);
  link.href = words.root + permalink;
  if (language) item.lang = language;
  if (summary) add(item, "p", summary, "small");
}

const label = (factor) => form.querySelector(`label[for=q-${factor}]`).textContent;

// The language's strings say how many digits precede the first separator.
const isSetApart = (value) => String(value).length >= 3 + Number(words.grouping);

const number = (value) => (isSetApart(value) ? String(value).replace(/(\d)(?=(\d{3})+$)/g, `$1${words.thousands}`) : String(value));

const percent = (part) => Math.round(part * 100) + percentSign;

const WRITTEN = {
  nature: (nature) =>
    shares
      .filter(([part]) => nature[part] > 0)
      .map(([part, name]) => (nature[part] < 1 ? `${name} ${percent(nature[part])}` : name))
      .join(", "),
  altitude: (value) => `${number(value)}\u00a0m`,
  population: number,
  poverty: (value) => String(value).replace(".", words.decimal) + percentSign,
  development: (value) => String(value).replace(".", words.decimal),
};

const written = (factor, place) => (place[factor] === null ? words.unknown : WRITTEN[factor](place[factor]));

// --- Events --------------------------------------------------------------------------

for (const level of LEVELS) {
  fields[level].onchange = async () => {
    const at = LEVELS.indexOf(level);
    const ubigeo = fields[level].value || (at ? fields[LEVELS[at - 1]].value : "");
    const isNewest = await offer(ubigeo).catch(() => (status.textContent = words.failed));
    if (!isNewest) return;
    writeAddress();
    update();
  };
}
for (const name of ["sector", ...FACTORS]) {
  fields[name].oninput = () => {
    writeAddress();
    update();
  };
}
form.querySelector("[data-reset]").onclick = () => {
  for (const factor of FACTORS) fields[factor].value = USUAL;
  writeAddress();
  update();
};
form.onsubmit = (event) => event.preventDefault();
window.onhashchange = () => readAddress().then(update);

form.hidden = false;
readAddress().then(update, update);
