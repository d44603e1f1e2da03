/* Links to exports: fetched while the page stays live, with what happens said in words. Without this they are plain links. */
import { closest } from "../dom.js";
import { exportAddress, fileWords } from "./address.js";
import { ask, nameOf, refusal, save } from "./fetching.js";
import { fade, placeFor, putFloating, seen } from "./status.js";

const PATIENCE = 3000; // after that long, say that it is still being made
const UNREACHED = "The server could not be reached; check the connection and try again.";

/** @typedef {HTMLAnchorElement} Link */

/**
 * What says how an export goes: at once, or later unless something else has been said by then.
 * @param {Link} link
 */
function speaker(link) {
  let region = placeFor(link);
  let timer = 0;
  /** @param {string} text */
  const put = (text) => {
    if (!seen(region)) region = placeFor(link.isConnected ? link : document.body);
    if (region.textContent !== text) region.textContent = text;
  };
  return {
    /** @param {string} text */
    say(text) {
      window.clearTimeout(timer);
      put(text);
    },
    /** @param {string} text */
    sayLater(text) {
      timer = window.setTimeout(() => put(text), PATIENCE);
    },
    end() {
      window.clearTimeout(timer);
      fade(region);
    },
  };
}

/** @param {Link} link */
async function run(link) {
  const url = exportAddress(link);
  const what = fileWords(url);
  const { say, sayLater, end } = speaker(link);
  say(`Making your ${what}…`);
  sayLater(`Still working on your ${what}…`);
  try {
    const answer = await ask(url, say);
    if (answer.ok) {
      const name = nameOf(answer);
      save(await answer.blob(), name);
      say(`Saved ${name}.`);
    } else say(await refusal(answer));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    say(UNREACHED); // this is how the browser tells of a network that failed
  } finally {
    end();
  }
}

/** @param {Link} link */
export async function start(link) {
  link.setAttribute("aria-busy", "true");
  link.setAttribute("aria-disabled", "true");
  try {
    await run(link);
  } finally {
    link.removeAttribute("aria-busy");
    link.removeAttribute("aria-disabled");
  }
}

/** @param {Event} event */
const linkOf = (event) => /** @type {Link | null} */ (closest(event, "a[data-export]"));

/** @param {MouseEvent} event */
function onClick(event) {
  const link = linkOf(event);
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || event.defaultPrevented || elsewhere) return;
  event.preventDefault();
  if (link.getAttribute("aria-busy") !== "true") start(link);
}

export function listen() {
  putFloating();
  // A link that is opened elsewhere or copied leads to the view as it stands, too.
  for (const act of ["pointerdown", "focusin", "contextmenu"]) {
    document.addEventListener(act, (event) => {
      const link = linkOf(event);
      if (link) link.href = exportAddress(link).href;
    });
  }
  document.addEventListener("click", onClick);
}
