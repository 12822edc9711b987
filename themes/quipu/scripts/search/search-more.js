// Passes the code that few queries need to the callback, as index files pass their data.

import { more } from "./more.js";

window.quipu("search-more", more);
