/*
 * What could not be fetched is said in one place, with a way to try again; until then the page goes on showing what it
 * showed. Nothing is given up in silence: what was asked for waits, and the retry completes it.
 */
import { leave } from "./links.js";

const FIRST_PAUSE = 4000; // milliseconds until the page tries again by itself; doubled each time
const LONGEST_PAUSE = 60000;
const PATIENCE = 15000; // how long an answer may take

/** @typedef {{ words: string, retry: () => void, reload: boolean }} Failure */

/** @type {Map<string, Failure>} what is being waited for, by a key of its own */
const open = new Map();
/** @type {HTMLElement | null} */
let region = null;
let pause = FIRST_PAUSE;
let timer = 0;

/** A refusal by the server, in its own words where it gave some. */
export class RefusedError extends Error {
  /**
   * @param {number} status
   * @param {string} text
   * @param {string} reference
   */
  constructor(status, text, reference) {
    super(`the server answered ${status}`);
    this.status = status;
    this.text = text;
    this.reference = reference;
  }
}

/**
 * Why something could not be fetched, in a sentence.
 * @param {unknown} error
 */
export function reason(error) {
  if (!(error instanceof RefusedError)) return "The server can’t be reached.";
  const { text, reference } = error;
  if (text) return text;
  return `The server answered with a fault${reference ? ` (reference ${reference})` : ""}.`;
}

/**
 * Whether a page of an older release asks for what is no longer there: to load it again is what helps.
 * @param {unknown} error
 */
export const isOutdated = (error) => error instanceof RefusedError && [400, 404, 410].includes(error.status);

/** Try everything that failed again. */
export function retryAll() {
  window.clearTimeout(timer);
  for (const { retry, reload } of [...open.values()]) if (!reload) retry();
}

function build() {
  const made = document.createElement("div");
  made.className = "failure";
  made.setAttribute("role", "alert");
  document.body.append(made);
  return made;
}

function button() {
  const reload = [...open.values()].some((failure) => failure.reload);
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = reload ? "Load the page again" : "Try again";
  made.addEventListener("click", () => (reload ? leave.for(window.location.href) : retryAll()));
  return made;
}

function show() {
  region ||= build();
  const had = region.contains(document.activeElement);
  const words = [...new Set([...open.values()].map((failure) => failure.words))];
  if (!words.length) {
    region.replaceChildren();
    pause = FIRST_PAUSE;
    if (had) document.querySelector("main")?.focus();
    return;
  }
  const told = words.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  const again = button();
  region.replaceChildren(...told, again);
  if (had) again.focus();
}

/**
 * Say that something is missing.
 * @param {string} key
 * @param {string} words
 * @param {() => void} retry
 * @param {boolean} [reload] whether only loading the page again helps
 */
export function report(key, words, retry, reload = false) {
  open.set(key, { words, retry, reload });
  show();
  window.clearTimeout(timer);
  timer = window.setTimeout(retryAll, pause);
  pause = Math.min(2 * pause, LONGEST_PAUSE);
}

/**
 * It is there now, or no longer wanted.
 * @param {string} key
 */
export function settle(key) {
  if (open.delete(key)) show();
}

/** @param {string} key */
export const isOpen = (key) => open.has(key);

/**
 * The outcome of a task, however often it has to be tried.
 * @template T
 * @param {string} key
 * @param {string} what the sentence that says what is missing
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function held(key, what, task) {
  for (;;) {
    try {
      const found = await task();
      settle(key);
      return found;
    } catch (error) {
      const outdated = isOutdated(error);
      const words = outdated ? "This site has been updated since you opened the page." : `${what} ${reason(error)}`;
      await new Promise((resolve) => {
        report(key, words, () => resolve(undefined), outdated);
      });
    }
  }
}

/**
 * An answer that is good, within some seconds.
 * @param {typeof fetch} ask
 * @param {RequestInfo | URL} input
 * @param {RequestInit} [init]
 */
export async function answerOf(ask, input, init) {
  const answer = await ask(input, { ...init, signal: AbortSignal.timeout(PATIENCE) });
  if (answer.ok || answer.status === 304) return answer;
  const plain = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
  const own = plain && answer.status !== 500 ? await answer.text() : "";
  throw new RefusedError(answer.status, own, answer.headers.get("X-Request-Id") || "");
}

/** What Dash asks the server for: its callbacks, and at the start its layout and dependencies. */
const DASH = /\/_dash-(update-component|layout|dependencies)$/;

/** @param {RequestInfo | URL} input */
const pathOf = (input) => new URL(input instanceof Request ? input.url : input, window.location.href).pathname;

/** @param {RequestInit | undefined} init */
function outputOf(init) {
  try {
    return String(JSON.parse(String(init?.body)).output);
  } catch {
    return "";
  }
}

/**
 * Stand between Dash and the server: a question that gets no good answer waits for one, unless the same is asked anew.
 * Dash itself would drop it, and leave controls that say one thing beside a page that shows another.
 */
export function watchRequests() {
  const ask = window.fetch.bind(window);
  /** @type {Map<string, number>} how often each callback was asked */
  const asked = new Map();
  window.fetch = async (input, init) => {
    const path = pathOf(input);
    if (!DASH.test(path)) return ask(input, init);
    const output = outputOf(init);
    const key = `${path} ${output}`;
    const turn = (asked.get(key) ?? 0) + 1;
    asked.set(key, turn);
    open.get(key)?.retry(); // what was asked before is no longer wanted
    const whole = !output || output.includes("_pages_content");
    const what = whole ? "This page could not be fetched." : "What you chose could not be fetched, and is not shown yet.";
    return held(key, what, async () => {
      // Dash takes an answer without content for one that changes nothing.
      if (asked.get(key) !== turn) return new Response(null, { status: 204 });
      return answerOf(ask, input, init);
    });
  };
  window.addEventListener("online", retryAll);
}

/** A script of a library that does not come leaves a page that can't go on: loading it again is what helps. */
export function watchScripts() {
  window.addEventListener(
    "error",
    (event) => {
      const script = event.target;
      if (!(script instanceof HTMLScriptElement) || "retried" in script.dataset) return;
      report("script", "A part of this page could not be fetched.", () => undefined, true);
    },
    true,
  );
}
