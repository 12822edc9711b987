const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const DATES = new Intl.DateTimeFormat("es", { dateStyle: "long", timeZone: "UTC" });

export const escape = (text) => String(text).replace(/[&<>"]/g, (letter) => ENTITIES[letter]);

export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, "\u00a0");

export const date = (value) => DATES.format(value);

export const each = (list, show, between = "\n") => (list ?? []).map(show).join(between);

export const caseCount = (count) => (count === 0 ? "ningún caso" : count === 1 ? "1 caso" : `${count} casos`);
