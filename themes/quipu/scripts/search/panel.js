// Rarely shown parts of the search page: facet terms, corrections and suggestions.

import { add, addButton } from "../dom.js";
import { counts } from "./facets.js";
import { suggested } from "./similar.js";

/** Renders the terms of the open facets as checkboxes. */
export async function showFacets(index, facets, found, places, chosen, changed, isMine) {
  for (const facet of facets) {
    const key = facet.dataset.facet;
    const place = places.indexOf(key);
    if (!facet.open || place < 0) continue;
    const terms = await counts(index, found, place);
    if (!isMine()) return;
    showTerms(facet.querySelector("ul"), key, terms);
  }

  function showTerms(list, key, terms) {
    const { activeElement } = document;
    const focused = list.contains(activeElement) && activeElement.value;
    list.textContent = "";
    for (const { slug, label, total } of terms) {
      const checked = chosen[key].includes(slug);
      if (!total && !checked) continue;
      const own = add(add(list, "li"), "label");
      const box = Object.assign(add(own, "input"), { type: "checkbox", name: key, value: slug, checked });
      box.onchange = () => {
        chosen[key] = chosen[key].filter((value) => value !== slug);
        if (box.checked) chosen[key].push(slug);
        changed(true);
      };
      add(own, "span", label);
      add(own, "span", total, "count");
      if (slug === focused) box.focus();
    }
  }
}

/** Shows which words were corrected, and suggests others if nothing was found. */
export async function tellMore(index, found, words, notes, suggestions, field, changed, isMine) {
  const { hits, corrections, unknownWords } = found;
  for (const [written, used] of corrections) {
    add(notes, "p", words.corrected.replace("#1", written).replace("#2", used));
  }
  const forms = hits.length ? [] : await suggested(index, unknownWords);
  if (!isMine()) return;
  for (const form of forms) {
    addButton(add(suggestions, "li"), form, () => {
      field.value = form;
      changed(true);
      field.focus();
    });
  }
}
