/* A page is handed on by its link, or as code for another site. */
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { one } from "../src/dom.js";
import { embedCode, listen } from "../src/share.js";

const PANEL = `<details data-panel><summary>Share</summary><button data-share="link"></button><button data-share="embed"></button>
  <p class="share-said"></p></details>`;
const said = () => one(document, ".share-said").textContent;
/** @type {ReturnType<typeof vi.fn>} */
let writeText;

beforeAll(listen);
beforeEach(() => {
  document.body.innerHTML = PANEL;
  document.title = "Map";
  writeText = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  window.history.replaceState(null, "", "/?layers=stp,lep&present=1#table");
});

/** @param {string} what */
const press = async (what) => {
  one(document, `[data-share=${what}]`).click();
  await vi.waitFor(() => expect(said()).not.toBe(""));
};

it("copies the link as it stands", async () => {
  await press("link");
  expect(writeText.mock.calls).toEqual([["http://localhost:8050/?layers=stp,lep&present=1#table"]]);
  expect(said()).toBe("Link copied.");
});

it("copies a frame of the map of this page", async () => {
  await press("embed");
  const frame = document.createElement("div");
  frame.innerHTML = writeText.mock.calls[0][0];
  const made = /** @type {HTMLIFrameElement} */ (frame.firstElementChild);
  expect([made.tagName, made.title, frame.children.length]).toEqual(["IFRAME", "Map", 1]);
  expect(made.getAttribute("src")).toBe("http://localhost:8050/?layers=stp,lep&embed=1");
  expect(said()).toBe("Embed code copied.");
});

it("writes code that nothing in a title can leave", () => {
  document.title = '"><script>alert(1)</script>';
  window.history.replaceState(null, "", "/?title=%22%3E%3Cb%3E");
  const frame = document.createElement("div");
  frame.innerHTML = embedCode().toString();
  expect(frame.querySelectorAll("*").length).toBe(1);
  expect(one(frame, "iframe").title).toBe('"><script>alert(1)</script>');
});

it("shows what a browser won't copy", async () => {
  writeText.mockRejectedValue(new Error("not allowed"));
  await press("embed");
  expect(said()).toBe(`Copy it from here: ${embedCode()}`);
  expect(one(document, ".share-said").children.length).toBe(0);
});

it("forgets what it said when the panel is opened again", async () => {
  await press("link");
  one(document, "details").dispatchEvent(new Event("toggle"));
  expect(said()).toBe("");
});

it("leaves other buttons alone", () => {
  document.body.insertAdjacentHTML("beforeend", "<button id=other></button>");
  one(document, "#other").click();
  document.dispatchEvent(new Event("toggle"));
  expect(writeText).not.toHaveBeenCalled();
});
