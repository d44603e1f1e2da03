/* The patchwork page: parts coloured by bundle or count, the legend, one small map a layer, the address. */
import { writeAddress } from "../address/history.js";
import { config, configure, layerOf } from "../config.js";
import { byId } from "../dom.js";
import { fileUrl, load } from "../files.js";
import { fill, html, joined } from "../html.js";
import { plain, polygons, selectionLines, steps } from "../map/polygons.js";
import { smallFigure } from "../map/small.js";
import { skip } from "./dash.js";
import { sayDay } from "./days.js";
import { legendHtml, multipleHtml } from "./patchwork_html.js";

/** @import { Config, Districts, PatchworkPayload } from "../payloads" */
/** @import { PatchworkView } from "../types" */
/** @import { Figure, Trace } from "../types" */

let outlinesOf = ""; // the day and layers that the small maps show

/** @param {string} part */
export const districtOf = (part) => part.split("-")[0];

/**
 * @param {PatchworkView} view
 * @param {PatchworkPayload} data
 * @returns {Promise<Trace[]>}
 */
export async function patchworkTraces(view, data) {
  /** @type {[Districts, unknown, unknown]} */
  const [districts] = await Promise.all([load("districts"), load("districts-national"), load("parts")]);
  const names = new Map(districts.code.map((code, i) => [code, districts.name[i]]));
  const land = polygons(fileUrl("districts-national"), districts.code, {
    colorscale: plain("#f1f3f5"),
    marker: { line: { color: "#dfe4e9", width: 0.5 } },
  });
  const parts = polygons(fileUrl("parts"), data.parts, {
    z: data.classes,
    zmin: -0.5,
    zmax: data.colours.length - 0.5,
    colorscale: steps(data.colours),
    marker: { line: { color: "#ffffff", width: 0.6 } },
    hoverinfo: "text",
    text: data.parts.map((part, i) => {
      const lines = data.hover[i].map((line) => html`${line}`);
      return joined([html`<b>${names.get(districtOf(part))}</b>`, ...lines], html`<br>`).text;
    }),
    name: "parts",
  });
  const chosen = view.select ? selectionLines(await load("districts-national"), view.select, config().tokens) : [];
  return [land, parts, ...chosen];
}

/** @param {PatchworkPayload} data */
async function writeMultiples({ day, layers, shapes }) {
  const key = `${day}|${layers}`;
  const place = byId("multiples");
  if (key === outlinesOf && place.children.length) return;
  outlinesOf = key;
  const drawn = layers.map(async (layer) => {
    return multipleHtml(layer, await load(`${layerOf(layer).geometry}-national-0`), shapes[layer]);
  });
  fill(place, html`${await Promise.all(drawn)}`);
}

export const callbacks = {
  /**
   * @param {PatchworkPayload} data
   * @param {string | null} select
   * @param {Config} given
   * @returns {PatchworkView}
   */
  collect({ layers, colour, region, day }, select, given) {
    configure(given);
    return { layers, colour, region, as_at: day, select: select || null };
  },

  /**
   * @param {PatchworkView} view
   * @param {PatchworkPayload} data
   * @param {Config} given
   * @param {Figure} figure
   */
  async draw(view, data, given, figure) {
    configure(given);
    return smallFigure(null, figure, await patchworkTraces(view, data));
  },

  /**
   * @param {PatchworkView} view
   * @param {PatchworkPayload} data
   * @param {Config} given
   */
  async write(view, data, given) {
    configure(given);
    writeAddress(view, "push");
    sayDay(view.as_at);
    byId("title").textContent = data.title;
    document.title = `${data.title} · Local growth landscape`;
    fill(byId("legend"), legendHtml(data));
    await writeMultiples(data);
    return data.title;
  },

  /** @param {{ points?: { location?: string }[] } | null} click */
  clicked(click) {
    const place = click?.points?.[0]?.location;
    return place ? districtOf(place) : skip();
  },
};
