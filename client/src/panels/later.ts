// Panels that the first page does not need: they come once the page is there.

import "./facets.ts";
import "./heard.ts";
import "./list.ts";

export { find, garden, low, threads, words } from "./record.ts";
