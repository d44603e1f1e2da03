/* Links to exports: fetched while the page stays live, with what happens said in words. Without this they are plain links. */
(function () {
  "use strict";
  const PATIENCE = 3000; // after that long, say that it is still being made
  const TRIES = 10;
  const WORDS = {
    png: "picture (PNG)", svg: "picture (SVG)", pdf: "PDF", pptx: "PowerPoint slides", xlsx: "workbook", csv: "CSV file",
    geojson: "GeoJSON file", gpkg: "GeoPackage", zip: "archive of all tables",
  };
  const UNREACHED = "The server could not be reached; check the connection and try again.";

  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** What a link gives, as the reader would call it. */
  function words(url) {
    const [, kind, ending] = url.pathname.match(/([^/]*)\.(\w+)$/) || [];
    return kind === "map" && ending === "pptx" ? "PowerPoint slide" : WORDS[ending] || "file";
  }

  /**
   * The address of a link: as it is written, and on a page whose view lives in the browser with the view's query, over
   * which the link's own wins. What was typed into the link's form comes last: a title, a subtitle.
   */
  function address(link) {
    link.dataset.exportHref ||= link.getAttribute("href");
    const url = new URL(link.dataset.exportHref, window.location.href);
    const own = new Set(url.searchParams.keys());
    const view = link.closest('[data-export-page="1"]') ? new URLSearchParams(window.location.search) : [];
    for (const [key, value] of view) if (!own.has(key)) url.searchParams.append(key, value);
    const fields = link.closest('[data-export-form="1"]')?.querySelectorAll("input[name]") || [];
    for (const field of fields) if (field.value.trim() && !own.has(field.name)) url.searchParams.set(field.name, field.value.trim());
    return url;
  }

  // A link that is opened elsewhere or copied leads to the view as it stands, too.
  for (const act of ["pointerdown", "focusin", "contextmenu"]) {
    document.addEventListener(act, (event) => {
      const link = event.target instanceof Element && event.target.closest("a[data-export]");
      if (link) link.href = address(link);
    });
  }

  const seen = (element) => element.isConnected && element.getClientRects().length > 0;

  /** Where to say what happens: the nearest place for it that can be seen, else one at the foot of the window. */
  function place(link) {
    for (let around = link.parentElement; around; around = around.parentElement) {
      const found = [...around.querySelectorAll("[data-export-status]")].find(seen);
      if (found) return found;
    }
    return floating;
  }

  // It is there from the start: what a region holds when it is made is not read out.
  const floating = document.createElement("p");
  floating.className = "export-status";
  floating.setAttribute("role", "status");
  document.body.append(floating);

  /** The name under which the server offers the file. */
  function nameOf(answer) {
    const given = answer.headers.get("Content-Disposition") || "";
    const [, whole] = given.match(/filename\*=UTF-8''([^;]+)/) || [];
    const [, plain] = given.match(/filename="([^"]*)"/) || [];
    return whole ? decodeURIComponent(whole) : plain || "export";
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /** The sentence that a refusal came with; whatever stands between us and the server may answer with less. */
  async function sentence(answer) {
    const plain = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
    return (plain && (await answer.text())) || `The file could not be made; the server answered ${answer.status}.`;
  }

  /** Ask until the server has room for the order, and no longer than some tries. */
  async function ask(url, say) {
    for (let tries = 1; ; tries += 1) {
      const answer = await fetch(url);
      const seconds = Number(answer.headers.get("Retry-After"));
      if (answer.status !== 503 || !(seconds > 0) || tries > TRIES) return answer;
      say(`Others are exporting too; trying again in ${seconds} second${seconds === 1 ? "" : "s"} (${tries})`);
      await pause(seconds * 1000);
    }
  }

  async function run(link) {
    const url = address(link), what = words(url);
    let region = place(link), timer;
    const put = (text) => {
      if (!seen(region)) region = place(link.isConnected ? link : document.body);
      if (region.textContent !== text) region.textContent = text;
    };
    const say = (text) => {
      clearTimeout(timer);
      put(text);
    };
    say(`Making your ${what}…`);
    timer = setTimeout(() => put(`Still working on your ${what}…`), PATIENCE);
    try {
      const answer = await ask(url, say);
      if (!answer.ok) return say(await sentence(answer));
      const blob = await answer.blob(), name = nameOf(answer);
      save(blob, name);
      say(`Saved ${name}.`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      say(UNREACHED); // this is how the browser tells of a network that failed
    } finally {
      clearTimeout(timer);
      if (region === floating) fade();
    }
  }

  /** The words at the foot of the window go after a while, unless others have come. */
  function fade() {
    const text = floating.textContent;
    setTimeout(() => {
      if (floating.textContent === text) floating.textContent = "";
    }, 12000);
  }

  async function start(link) {
    link.setAttribute("aria-busy", "true");
    link.setAttribute("aria-disabled", "true");
    try {
      await run(link);
    } finally {
      link.removeAttribute("aria-busy");
      link.removeAttribute("aria-disabled");
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-export]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.getAttribute("aria-busy") !== "true") start(link);
  });

  /** A panel of exports closes with Escape, and when something outside it is pressed. */
  const opened = () => document.querySelector("details[data-export-panel][open]");
  document.addEventListener("keydown", (event) => {
    const panel = event.key === "Escape" && opened();
    if (!panel || !panel.contains(event.target)) return;
    event.stopPropagation();
    panel.open = false;
    panel.querySelector("summary").focus();
  }, true);
  document.addEventListener("pointerdown", (event) => {
    const panel = opened();
    if (panel && !panel.contains(event.target)) panel.open = false;
  });

  // Whoever opens a panel with exports in it may soon ask for one: the server can get ready meanwhile. A toggle doesn't bubble.
  let ready = false;
  document.addEventListener("toggle", (event) => {
    const panel = event.target, link = panel.querySelector?.("a[data-export]");
    if (ready || !link || !(panel.open || event.newState === "open")) return;
    ready = true;
    fetch(new URL("ready", link.href)).catch(() => (ready = false));
  }, true);
})();
