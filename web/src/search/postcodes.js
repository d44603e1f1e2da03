/* Where a postcode is: the server knows, and is asked in a way that no log holds. */
import { config } from "../config.js";
import { answerOf, reason } from "../failures.js";

/** @import { PostcodeAnswer } from "../payloads" */
/** @import { Entry } from "../types" */

const BEGUN = /^\s*[a-z]{1,2}\d[a-z\d]?\s*(\d[a-z]{0,2})?[\s.,;]*$/i;

/**
 * Whether this may be a postcode or the beginning of one.
 * @param {string} typed
 */
export const isPostcode = (typed) => BEGUN.test(typed);

/**
 * The places of an answer as entries.
 * @param {PostcodeAnswer} answer
 * @returns {Entry[]}
 */
export const placesOf = ({ asked, places }) =>
  places.map(({ code, name, part, words }) => ({
    ...{ id: code, name: `${asked}: ${name}`, kind: words, box: null, rank: 0, names: [], kinds: new Set(), place: true },
    ...(part ? { page: code, part } : {}),
  }));

/**
 * What a postcode leads to, and what is to be said where it leads nowhere.
 * @param {string} typed
 * @returns {Promise<{ entries: Entry[], said: string }>}
 */
export async function findPostcode(typed) {
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ postcode: typed }) };
  try {
    /** @type {PostcodeAnswer} */
    const answer = await (await answerOf(window.fetch.bind(window), `${config().base}find/postcode`, init)).json();
    return { entries: placesOf(answer), said: answer.said };
  } catch (error) {
    return { entries: [], said: `Postcodes can’t be looked up just now. ${reason(error)}` };
  }
}
