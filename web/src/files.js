/* The built files of the boundaries, each fetched once a page. */
import { config } from "./config.js";

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
  const answer = await fetch(/** @type {string} */ (fileUrl(name)));
  if (!answer.ok) throw new Error(`${name}: the server answered ${answer.status}`);
  return answer.json();
}

/**
 * A built file by logical name. One that failed is asked for again the next time.
 * @param {string} name
 * @returns {Promise<any>}
 */
export function load(name) {
  const known = asked.get(name);
  if (known) return known;
  const request = fetched(name);
  request.catch(() => asked.delete(name));
  asked.set(name, request);
  return request;
}
