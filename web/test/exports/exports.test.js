/* Exports: where a link leads, how patiently it is asked for, and what is said meanwhile. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { one } from "../../src/dom.js";
import { exportAddress, fileWords } from "../../src/exports/address.js";
import { ask, nameOf, refusal, save } from "../../src/exports/fetching.js";
import * as links from "../../src/exports/links.js";
import { fade, placeFor, seen } from "../../src/exports/status.js";

/** @typedef {{ status?: number, body?: string, headers?: Record<string, string> }} Answer */

/** @param {Answer} [answer] @returns {any} */
const answer = ({ status = 200, body = "", headers = {} } = {}) => new Response(body, { status, headers });
/** @param {...(Answer | Error)} answers one after the other, the last one for ever */
function server(...answers) {
  const asked = vi.fn(async (/** @type {URL[]} */ ...urls) => {
    if (urls.length !== 2) throw new Error("one address at a time, with its headers");
    const next = answers.length > 1 ? answers.shift() : answers[0];
    if (next instanceof Error) throw next;
    return answer(next);
  });
  vi.stubGlobal("fetch", asked);
  return asked;
}
const link = () => /** @type {HTMLAnchorElement} */ (one(document, "a"));
/** @param {string} html */
const page = (html) => {
  document.body.innerHTML = html;
};
/** @param {string} search */
const at = (search) => window.history.replaceState(null, "", `/${search}`);
const said = () => one(document, "#say").textContent;

beforeAll(() => links.listen());
beforeEach(() => {
  vi.useFakeTimers();
  at("");
  page('<div><a data-export href="/export/map.png"><b>Save</b></a><p id="say" data-export-status></p></div>');
  // jsdom lays nothing out: everything but what is marked can be seen.
  Element.prototype.getClientRects = /** @type {any} */ (/** @this {Element} */ function () {
    return this.hasAttribute("data-unseen") ? [] : [1];
  });
  URL.createObjectURL = vi.fn(() => "blob:x");
  URL.revokeObjectURL = vi.fn();
  HTMLAnchorElement.prototype.click = vi.fn();
});
afterEach(() => vi.useRealTimers());

describe("what a link gives", () => {
  it.each([
    ["/export/map.png", "picture (PNG)"], ["/export/map.svg", "picture (SVG)"], ["/export/x.pdf", "PDF"], ["/export/map.pptx", "PowerPoint slide"],
    ["/export/deck.pptx", "PowerPoint slides"], ["/export/x.xlsx", "workbook"], ["/export/x.csv", "CSV file"], ["/export/x.geojson", "GeoJSON file"],
    ["/export/x.gpkg", "GeoPackage"], ["/export/x.zip", "archive of all tables"], ["/export/x.odd", "file"], ["/export/x", "file"],
    ["/export/map.toString", "file"], ["/export/map.pptx/x", "file"],
  ])("%s is a %s", (path, words) => expect(fileWords(new URL(path, "http://localhost"))).toBe(words));
});

describe("where a link leads", () => {
  it("is what is written, with the view's query only where the view lives in the browser", () => {
    at("?layers=stp&measure=none");
    page('<a href="/export/x.csv?layers=lep">x</a>');
    expect(exportAddress(link()).href).toBe("http://localhost:8050/export/x.csv?layers=lep");
    page('<div data-export-page="1"><a href="/export/x.csv?layers=lep">x</a></div>');
    expect(exportAddress(link()).search).toBe("?layers=lep&measure=none");
    page('<div data-export-page="0"><a href="/export/x.csv">x</a></div>');
    expect(exportAddress(link()).search).toBe("");
  });

  it("has the words of its form, trimmed, when there are any; the link's own win", () => {
    page(`<form data-export-form="1"><a href="/export/x.png?own=1">x</a><input name="title" value=" Mine "><input name="subtitle" value=" ">
      <input value="no name"><input name="own" value="2"></form>`);
    expect(exportAddress(link()).search).toBe("?own=1&title=Mine");
    at("?title=old");
    page('<div data-export-page="1"><form data-export-form="1"><a href="/export/x.png">x</a><input name="title" value="new"></form></div>');
    expect(exportAddress(link()).search).toBe("?title=new");
  });

  it("has what was chosen in its form; what goes without saying has no value", () => {
    page(`<form data-export-form="1"><a href="/export/x.png">x</a><select name="shape"><option value="">16:9</option><option value="4:3">4:3</option></select>
      <select name="panel"><option value="">Key</option><option value="0">Nothing</option></select><select><option value="x">no name</option></select></form>`);
    expect(exportAddress(link()).search).toBe("");
    for (const list of document.querySelectorAll("select")) list.selectedIndex = list.options.length - 1;
    expect(Object.fromEntries(exportAddress(link()).searchParams)).toEqual({ shape: "4:3", panel: "0" });
  });

  it("is made anew each time from what was written first", () => {
    at("?measure=none");
    page('<div data-export-page="1"><a data-export href="/export/x.png">x</a></div>');
    link().dispatchEvent(new Event("pointerdown", { bubbles: true }));
    expect(link().href).toBe("http://localhost:8050/export/x.png?measure=none");
    at("?layers=lep");
    link().dispatchEvent(new Event("focusin", { bubbles: true }));
    expect(link().href).toBe("http://localhost:8050/export/x.png?layers=lep");
    at("");
    link().dispatchEvent(new Event("contextmenu", { bubbles: true }));
    expect(link().href).toBe("http://localhost:8050/export/x.png");
    document.body.dispatchEvent(new Event("focusin", { bubbles: true }));
    page("<a>bare</a>");
    expect(exportAddress(link()).pathname).toBe("/");
  });
});

describe("asking", () => {
  const busy = { status: 503, headers: { "Retry-After": "2" } };
  const url = new URL("http://localhost/export/x.png");

  it("goes on while the server is busy and says when to try again, and says so", async () => {
    const asked = server(busy, { status: 503, headers: { "Retry-After": "1" } }, { status: 200 });
    const say = vi.fn();
    const got = ask(url, say);
    await vi.advanceTimersByTimeAsync(1999);
    expect(asked).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await got).status).toBe(200);
    expect(asked.mock.calls.map(([address]) => address)).toEqual([url, url, url]);
    const tickets = asked.mock.calls.map(([, options]) => /** @type {any} */ (options).headers["X-Export-Ticket"]);
    expect(tickets[0]).toMatch(/^[\w-]{8,64}$/);
    expect(new Set(tickets).size).toBe(1);
    expect(say.mock.calls.flat()).toEqual([
      "Others are exporting too; trying again in 2 seconds (1)", "Others are exporting too; trying again in 1 second (2)",
    ]);
  });

  it("stands in the line for as long as it moves, and says where", async () => {
    const place = (/** @type {number} */ before) => ({
      status: 503, body: `${before} before you.`, headers: { "Retry-After": "2", "X-Export-Place": String(before) },
    });
    const asked = server(...Array.from({ length: 30 }, (_, k) => place(30 - k)), { status: 200 });
    const say = vi.fn();
    const got = ask(url, say);
    await vi.advanceTimersByTimeAsync(60000);
    expect((await got).status).toBe(200);
    expect(asked).toHaveBeenCalledTimes(31);
    expect(say.mock.calls.flat().slice(0, 2)).toEqual(["30 before you.", "29 before you."]);
  });

  it("does not stand in a line for ever", async () => {
    const asked = server({ status: 503, body: "One before you.", headers: { "Retry-After": "2", "X-Export-Place": "1" } });
    const got = ask(url, vi.fn());
    await vi.advanceTimersByTimeAsync(15 * 60 * 1000 + 4000);
    expect((await got).status).toBe(503);
    expect(asked).toHaveBeenCalledTimes(451);
  });

  it("gives up after ten more tries", async () => {
    const asked = server(busy);
    const got = ask(url, vi.fn());
    await vi.advanceTimersByTimeAsync(60000);
    expect((await got).status).toBe(503);
    expect(asked).toHaveBeenCalledTimes(11);
  });

  it.each([
    [{ status: 503 }], [{ status: 503, headers: { "Retry-After": "0" } }], [{ status: 503, headers: { "Retry-After": "-1" } }],
    [{ status: 503, headers: { "Retry-After": "soon" } }], [{ status: 500, headers: { "Retry-After": "2" } }],
  ])("takes %j for an answer", async (refused) => {
    const asked = server(refused);
    expect((await ask(url, vi.fn())).status).toBe(refused.status);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["attachment; filename=\"a.png\"", "a.png"], ["attachment; filename=\"a.png\"; filename*=UTF-8''%C5%B5.png", "ŵ.png"],
    ["attachment; filename*=UTF-8''b.png; other=1", "b.png"], ["attachment; filename=\"\"", "export"], ["", "export"],
  ])("finds the name in %s", (given, name) => {
    expect(nameOf(answer({ headers: { "Content-Disposition": given } }))).toBe(name);
    expect(nameOf(answer())).toBe("export");
  });

  it.each([
    [{ status: 400, body: "No such layer.", headers: { "Content-Type": "text/plain; charset=utf-8" } }, "No such layer."],
    [{ status: 400, body: "", headers: { "Content-Type": "text/plain" } }, "The file could not be made; the server answered 400."],
    [{ status: 502, body: "<h1>", headers: { "Content-Type": "text/html" } }, "The file could not be made; the server answered 502."],
  ])("reads the refusal %j", async (refused, words) => expect(await refusal(answer(refused))).toBe(words));

  it("reads a refusal without a type", async () => {
    const bare = answer({ status: 500 });
    bare.headers.delete("Content-Type");
    expect(await refusal(bare)).toBe("The file could not be made; the server answered 500.");
  });

  it("saves under a name and forgets the file a minute later", () => {
    const blob = new Blob(["x"]);
    /** @type {any} */
    let saved;
    HTMLAnchorElement.prototype.click = vi.fn(/** @this {HTMLAnchorElement} */ function () {
      saved = { href: this.href, download: this.download, connected: this.isConnected };
    });
    save(blob, "a.png");
    expect(URL.createObjectURL).toHaveBeenCalledWith(blob);
    expect(saved).toEqual({ href: "blob:x", download: "a.png", connected: true });
    expect(document.querySelectorAll("a").length).toBe(1);
    vi.advanceTimersByTime(59999);
    expect(URL.revokeObjectURL).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(URL.revokeObjectURL).toHaveBeenCalledWith("blob:x");
  });
});

describe("where it is said", () => {
  it("is the nearest place that can be seen", () => {
    page(`<p id="far" data-export-status></p><div><p id="unseen" data-export-status data-unseen></p><a>x</a></div>`);
    expect(placeFor(link()).id).toBe("far");
    one(document, "#unseen").removeAttribute("data-unseen");
    expect(placeFor(link()).id).toBe("unseen");
    expect(seen(document.createElement("p"))).toBe(false);
  });

  it("is at the foot of the window otherwise, where it fades", () => {
    page("<a>x</a>");
    const foot = placeFor(link());
    expect([foot.className, foot.getAttribute("role")]).toEqual(["export-status", "status"]);
    foot.textContent = "Saved.";
    fade(foot);
    vi.advanceTimersByTime(11999);
    expect(foot.textContent).toBe("Saved.");
    vi.advanceTimersByTime(1);
    expect(foot.textContent).toBe("");
    foot.textContent = "One";
    fade(foot);
    foot.textContent = "Two";
    vi.advanceTimersByTime(12000);
    expect(foot.textContent).toBe("Two");
    const other = document.createElement("p");
    other.textContent = "stays";
    fade(other);
    vi.advanceTimersByTime(12000);
    expect(other.textContent).toBe("stays");
  });

  it("is made at the foot of the window when nothing has been put there yet", async () => {
    vi.resetModules();
    const fresh = await import("../../src/exports/status.js");
    page("<a>x</a>");
    const foot = fresh.placeFor(link());
    expect(foot.isConnected).toBe(true);
    expect(fresh.placeFor(link())).toBe(foot);
  });
});

describe("an export", () => {
  /** @param {MouseEventInit} [more] */
  function click(more = {}) {
    const event = new MouseEvent("click", { bubbles: true, cancelable: true, ...more });
    one(document, "a b").dispatchEvent(event);
    return event.defaultPrevented;
  }

  it("is fetched while the page says so, and saved", async () => {
    const asked = server({ headers: { "Content-Disposition": 'attachment; filename="a.png"' } });
    expect(click()).toBe(true);
    expect([said(), link().getAttribute("aria-busy"), link().getAttribute("aria-disabled")]).toEqual(["Making your picture (PNG)…", "true", "true"]);
    expect(click()).toBe(true); // once at a time
    await vi.advanceTimersByTimeAsync(0);
    expect(said()).toBe("Saved a.png.");
    expect([link().hasAttribute("aria-busy"), link().hasAttribute("aria-disabled"), asked.mock.calls.length]).toEqual([false, false, 1]);
    await vi.advanceTimersByTimeAsync(4000);
    expect(said()).toBe("Saved a.png.");
  });

  it("that takes long is said to be still under way, and what was said last stays", async () => {
    server({ status: 503, headers: { "Retry-After": "5" } }, {});
    const asked = vi.fn(() => new Promise(() => undefined));
    vi.stubGlobal("fetch", asked);
    click();
    await vi.advanceTimersByTimeAsync(2999);
    expect(said()).toBe("Making your picture (PNG)…");
    await vi.advanceTimersByTimeAsync(1);
    expect(said()).toBe("Still working on your picture (PNG)…");
  });

  it("that must wait says so, and not that it is still under way", async () => {
    server({ status: 503, headers: { "Retry-After": "5" } }, {});
    click();
    await vi.advanceTimersByTimeAsync(4000);
    expect(said()).toBe("Others are exporting too; trying again in 5 seconds (1)");
    await vi.advanceTimersByTimeAsync(2000);
    expect(said()).toBe("Saved export.");
  });

  it("that is refused says why, and without a connection says that", async () => {
    server({ status: 400, body: "No such layer.", headers: { "Content-Type": "text/plain" } });
    click();
    await vi.advanceTimersByTimeAsync(0);
    expect(said()).toBe("No such layer.");
    expect(URL.createObjectURL).not.toHaveBeenCalled();
    server(new TypeError("network"));
    click();
    await vi.advanceTimersByTimeAsync(0);
    expect(said()).toBe("The server could not be reached; check the connection and try again.");
    expect(link().hasAttribute("aria-busy")).toBe(false);
  });

  it("that fails by a fault of ours is not said to be the network's", async () => {
    server(new RangeError("ours"));
    await expect(links.start(link())).rejects.toThrow("ours");
    expect(said()).toBe("Making your picture (PNG)…");
  });

  it("is said where it can be seen, wherever that is by then", async () => {
    server({});
    document.body.insertAdjacentHTML("beforeend", '<p id="other" data-export-status></p>');
    click();
    one(document, "#say").setAttribute("data-unseen", "");
    await vi.advanceTimersByTimeAsync(0);
    expect(one(document, "#other").textContent).toBe("Saved export.");
    server({});
    click();
    link().remove();
    one(document, "#other").remove();
    await vi.advanceTimersByTimeAsync(0);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])("opened elsewhere with %j is left to the browser", (more) => {
    const asked = server({});
    expect(click(more)).toBe(false);
    expect(asked).not.toHaveBeenCalled();
  });

  it("that something else has dealt with, and other links, are left alone", () => {
    const asked = server({});
    document.body.addEventListener("click", (event) => event.preventDefault(), { once: true });
    click();
    link().removeAttribute("data-export");
    expect(click()).toBe(false);
    document.dispatchEvent(new Event("click"));
    expect(asked).not.toHaveBeenCalled();
  });
});
