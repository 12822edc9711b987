// Hands over what few queries need, as the files of an index hand over their data.

import { more } from "./more.js";

window.quipu("search-more", more);
