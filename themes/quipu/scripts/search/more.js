// Code that few queries need, in a separate script loaded on demand: it keeps search.js, which
// every search loads, within 12 KB.

import { counts, filtered, sortLists } from "./facets.js";
import { showFacets, tellMore } from "./panel.js";
import { parse } from "./query.js";
import { similar } from "./similar.js";

export const more = { counts, filtered, parse, showFacets, similar, sortLists, tellMore };
