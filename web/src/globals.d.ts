/* What stands in the window besides the browser's own: Dash's place for callbacks, and what plotly.js looks for. */
import type { DashClientside, PlotlyLibrary } from "./types";

declare global {
  interface Window {
    dash_clientside: DashClientside;
    PlotlyGeoAssets: { topojson: Record<string, unknown>; [url: string]: unknown };
    /** A promise until the library is there. */
    Plotly?: PlotlyLibrary | Promise<PlotlyLibrary | undefined>;
  }
}
