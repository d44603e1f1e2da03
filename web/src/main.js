/* Everything that the pages need in the browser: the callbacks that Dash looks for by name, and what listens to the reader. */
import { listen as followHistory } from "./address/history.js";
import { listen as followExports } from "./exports/links.js";
import { listen as followPanels } from "./exports/panel.js";
import { watchRequests, watchScripts } from "./failures.js";
import { listen as followControls } from "./map/controls.js";
import { listen as followKey } from "./map/highlight.js";
import { listen as followDrags } from "./map/drag.js";
import { listen as followWheel } from "./map/wheel.js";
import { callbacks as map } from "./pages/map.js";
import { callbacks as overlaps, listen as followMatrix } from "./pages/overlaps.js";
import { callbacks as patchwork } from "./pages/patchwork.js";
import { callbacks as place } from "./pages/place.js";
import { callbacks as small } from "./pages/small.js";
import { callbacks as tables } from "./pages/tables.js";
import { fetchPlotly } from "./plotly.js";
import { listen as followSearch } from "./search/combobox.js";
import { listen as followShare } from "./share.js";
import { listen as followRows } from "./table/map_table.js";
import { listen as followTables } from "./table/table.js";

watchRequests();
watchScripts();
fetchPlotly();
window.dash_clientside = Object.assign(window.dash_clientside || {}, { map, overlaps, patchwork, place, small, tables });
// In this order: who listens first may keep a key from those after it.
for (const listen of [followHistory, followRows, followTables, followSearch, followDrags, followControls, followKey, followMatrix]) listen();
for (const listen of [followExports, followPanels, followShare, followWheel]) listen();
