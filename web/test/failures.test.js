/* What fails is said, waits, and is completed by a retry. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** @type {typeof import("../src/failures.js")} */
let failures;
const CALLBACKS = "/_dash-update-component";

const alert = () => document.querySelector("[role=alert]");
const words = () => [...(alert()?.querySelectorAll("p") ?? [])].map((line) => line.textContent);
const button = () => /** @type {HTMLButtonElement | null} */ (alert()?.querySelector("button") ?? null);
const good = (/** @type {unknown} */ value) => new Response(JSON.stringify(value), { status: 200 });
/** @param {number} status @param {string} [text] @param {Record<string, string>} [headers] */
const bad = (status, text = "", headers = {}) =>
  new Response(text, { status, headers: { "Content-Type": "text/plain", ...headers } });
const turn = () => vi.advanceTimersByTimeAsync(0);

/** @param {string} output */
const question = (output) => ({ method: "POST", body: JSON.stringify({ output }) });

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  document.body.replaceChildren();
  failures = await import("../src/failures.js");
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what can't be fetched", () => {
  it("is said in one alert, with why, and the retry completes it", async () => {
    const task = vi.fn().mockRejectedValueOnce(new TypeError("network")).mockResolvedValueOnce(42);
    const found = failures.held("a", "The map could not be fetched.", task);
    await turn();
    expect(words()).toEqual(["The map could not be fetched. The server can’t be reached."]);
    button()?.click();
    expect(await found).toBe(42);
    expect(alert()?.childElementCount).toBe(0);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it("is said again as long as it fails", async () => {
    const task = vi.fn().mockRejectedValueOnce(new TypeError()).mockRejectedValueOnce(new failures.RefusedError(503, "Busy.", "x")).mockResolvedValue(1);
    const found = failures.held("a", "Gone.", task);
    await turn();
    button()?.click();
    await turn();
    expect(words()).toEqual(["Gone. Busy."]);
    button()?.click();
    expect(await found).toBe(1);
  });

  it("is tried again without being asked, each time after twice as long", async () => {
    const task = vi.fn().mockRejectedValue(new TypeError());
    failures.held("a", "Gone.", task);
    await vi.advanceTimersByTimeAsync(3999);
    expect(task).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(task).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(7999);
    expect(task).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(task).toHaveBeenCalledTimes(3);
  });

  it("is said once for all that has the same words, and one button tries all", async () => {
    const tasks = [0, 1].map((k) => vi.fn().mockRejectedValueOnce(new TypeError()).mockResolvedValue(k));
    const found = Promise.all(tasks.map((task, k) => failures.held(`file ${k}`, "A part is missing.", task)));
    await turn();
    expect(words()).toHaveLength(1);
    button()?.click();
    expect(await found).toEqual([0, 1]);
  });

  it("keeps the focus on the button while it is tried again", async () => {
    failures.held("a", "Gone.", vi.fn().mockRejectedValue(new TypeError()));
    await turn();
    button()?.focus();
    button()?.click();
    await turn();
    expect(document.activeElement).toBe(button());
  });
});

describe("why", () => {
  it.each([
    [new TypeError("x"), "The server can’t be reached."],
    [[500, "", "abc"], "The server answered with a fault (reference abc)."],
    [[500, "", ""], "The server answered with a fault."],
    [[429, "Too much was asked.", "abc"], "Too much was asked."],
  ])("%s", (error, said) => {
    const given = Array.isArray(error) ? new failures.RefusedError(...(/** @type {[number, string, string]} */ (error))) : error;
    expect(failures.reason(given)).toBe(said);
  });

  it.each([[400, true], [404, true], [410, true], [403, false], [500, false], [503, false]])("%i: outdated %s", (status, is) => {
    expect(failures.isOutdated(new failures.RefusedError(status, "", ""))).toBe(is);
  });
});

describe("an answer", () => {
  it("is given when it is good, and when nothing has changed", async () => {
    expect((await failures.answerOf(async () => good(1), "/x")).status).toBe(200);
    const same = /** @type {Response} */ ({ ok: false, status: 304 });
    expect(await failures.answerOf(async () => same, "/x")).toBe(same);
  });

  it("refused holds the server's words, but not those of a fault or of HTML", async () => {
    const asked = async (/** @type {Response} */ answer) => failures.answerOf(async () => answer, "/x").catch((error) => error);
    expect(await asked(bad(429, "Wait.", { "X-Request-Id": "r1" }))).toMatchObject({ status: 429, text: "Wait.", reference: "r1" });
    expect(await asked(bad(500, "Trace.", { "X-Request-Id": "r2" }))).toMatchObject({ status: 500, text: "", reference: "r2" });
    expect(await asked(bad(502, "<html>", { "Content-Type": "text/html" }))).toMatchObject({ status: 502, text: "", reference: "" });
  });
});

describe("between Dash and the server", () => {
  /** @type {import("vitest").Mock} */
  let server;
  beforeEach(() => {
    server = vi.fn();
    vi.stubGlobal("fetch", server);
    failures.watchRequests();
  });

  it("a good answer goes through", async () => {
    server.mockResolvedValue(good({ a: 1 }));
    expect(await (await window.fetch(CALLBACKS, question("card"))).json()).toEqual({ a: 1 });
    expect(alert()).toBeNull();
  });

  it("a failed question waits, and the retry answers it", async () => {
    server.mockResolvedValueOnce(bad(500, "", { "X-Request-Id": "r7" })).mockResolvedValueOnce(good(2));
    const answer = window.fetch(CALLBACKS, question("card"));
    await turn();
    expect(words()).toEqual(["What you chose could not be fetched, and is not shown yet. The server answered with a fault (reference r7)."]);
    button()?.click();
    expect(await (await answer).json()).toBe(2);
    expect(words()).toEqual([]);
  });

  it("a newer question ends the wait of the older one, which changes nothing", async () => {
    server.mockRejectedValueOnce(new TypeError()).mockResolvedValueOnce(good("new"));
    const old = window.fetch(CALLBACKS, question("card"));
    await turn();
    const newer = window.fetch(CALLBACKS, question("card"));
    expect((await old).status).toBe(204);
    expect(await (await newer).json()).toBe("new");
    expect(words()).toEqual([]);
  });

  it("another callback's question does not", async () => {
    server.mockRejectedValueOnce(new TypeError()).mockResolvedValue(good(1));
    window.fetch(CALLBACKS, question("card"));
    await turn();
    await window.fetch(CALLBACKS, question("day"));
    expect(words()).toHaveLength(1);
  });

  it.each([question(".._pages_content.children..."), undefined])("a page that can't come is called so", async (init) => {
    server.mockRejectedValue(new TypeError());
    window.fetch(init ? CALLBACKS : "/_dash-layout", init);
    await turn();
    expect(words()).toEqual(["This page could not be fetched. The server can’t be reached."]);
  });

  it("a page of an older release is to be loaded again, and not tried", async () => {
    server.mockResolvedValue(bad(400, "another release"));
    const { leave } = await import("../src/links.js");
    leave.for = vi.fn();
    window.fetch(CALLBACKS, question("card"));
    await turn();
    expect(words()).toEqual(["This site has been updated since you opened the page."]);
    expect(button()?.textContent).toBe("Load the page again");
    await vi.advanceTimersByTimeAsync(60000);
    expect(server).toHaveBeenCalledTimes(1);
    button()?.click();
    expect(leave.for).toHaveBeenCalledWith(window.location.href);
  });

  it("everything else is asked as before", async () => {
    server.mockResolvedValue(bad(500));
    expect((await window.fetch("/export/map.png")).status).toBe(500);
    expect(alert()).toBeNull();
  });

  it("what failed is tried again when the network is back", async () => {
    server.mockRejectedValueOnce(new TypeError()).mockResolvedValueOnce(good(3));
    const answer = window.fetch(CALLBACKS, question("card"));
    await turn();
    window.dispatchEvent(new Event("online"));
    expect(await (await answer).json()).toBe(3);
  });
});

it("a script of a library that does not come asks for the page to be loaded again", () => {
  failures.watchScripts();
  const [late, ours] = [document.createElement("script"), document.createElement("script")];
  ours.dataset.retried = "";
  document.body.append(late, ours);
  ours.dispatchEvent(new Event("error"));
  expect(words()).toEqual([]);
  late.dispatchEvent(new Event("error"));
  expect(words()).toEqual(["A part of this page could not be fetched."]);
  expect(button()?.textContent).toBe("Load the page again");
});
