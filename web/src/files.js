/* The built files of the boundaries, each fetched once a page. */
import { config } from "./config.js";
import { answerOf, held } from "./failures.js";

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * The address of a built file by its logical name, or undefined when there is none.
 * @param {string} name
 */
export function fileUrl(name) {
  const { files, base } = config();
  return files[name] ? `${base}static/${files[name]}` : undefined;
}

/** @param {string} name */
async function fetched(name) {
  const url = /** @type {string} */ (fileUrl(name));
  const file = await (await answerOf(window.fetch.bind(window), url)).json();
  // plotly.js takes the outlines from here and asks for none by itself, which would blank the map where one fails.
  if (file?.features && window.PlotlyGeoAssets) window.PlotlyGeoAssets[url] = file;
  return file;
}

/**
 * A built file by logical name, or an error. One that failed is asked for again the next time.
 * @param {string} name
 * @returns {Promise<any>}
 */
export function tryLoad(name) {
  const known = asked.get(name);
  if (known) return known;
  const request = fetched(name);
  request.catch(() => asked.delete(name));
  asked.set(name, request);
  return request;
}

/**
 * A built file that the page can't do without: it is waited for, and what is missing is said.
 * @param {string} name
 * @returns {Promise<any>}
 */
export const load = (name) => held(`file ${name}`, "A part of the map’s data could not be fetched.", () => tryLoad(name));
