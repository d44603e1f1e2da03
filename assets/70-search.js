/* Find a district, body, university or trust by any part of its name. An ARIA combobox. */
(function () {
  "use strict";
  const app = window.landscape;
  const MOST = 12;
  let entries = null;
  let shown = [];
  let active = -1;

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, "").replace(/&/g, "and");

  /** Everything that can be found: id, name, kind in words, text searched, box or point. */
  app.searchEntries = async () => {
    if (entries) return entries;
    const [districts, institutions, bodies] = await Promise.all([app.load("districts"), app.load("institutions"), app.load("search")]);
    const { layerSingular } = app.config();
    const found = districts.code.map((code, i) => ({
      id: code, name: districts.name[i], kind: `District, ${districts.upper[i] || districts.regions[districts.region[i]]}`, other: code, box: districts.box[i], rank: 0 }));
    bodies.forEach(([id, layer, name, other, box]) => found.push({ id, name, kind: layerSingular[layer], other: other || "", box, layer, rank: 1 + Object.keys(layerSingular).indexOf(layer) / 20 }));
    Object.entries(institutions).forEach(([layer, rows]) => rows.id.forEach((id, k) =>
      found.push({ id, name: rows.name[k], kind: `${layerSingular[layer]}, ${districts.name[rows.district[k]]}`, other: "", layer, rank: 2,
        box: [rows.lon[k] - 0.15, rows.lat[k] - 0.1, rows.lon[k] + 0.15, rows.lat[k] + 0.1] })));
    entries = found.map((entry) => ({ ...entry, text: fold(`${entry.name} ${entry.other}`) }));
    return entries;
  };

  const score = (entry, words) => (entry.text.startsWith(words[0]) ? 0 : entry.text.includes(` ${words[0]}`) ? 1 : 2) * 10 + entry.rank;

  /** The best matches for what was typed: every word must occur somewhere in the name. */
  app.findAll = (all, typed) => {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return all.filter((entry) => words.every((word) => entry.text.includes(word)))
      .sort((a, b) => score(a, words) - score(b, words) || a.name.length - b.name.length || a.name.localeCompare(b.name, "en-GB"));
  };

  const field = () => app.byId("search");
  const listbox = () => app.byId("search_list");

  function close() {
    shown = [];
    active = -1;
    listbox().hidden = true;
    field().setAttribute("aria-expanded", "false");
    field().removeAttribute("aria-activedescendant");
  }

  function render(total) {
    const rows = shown.map((entry, k) =>
      `<li role="option" id="search-option-${k}" data-option="${k}" aria-selected="${k === active}"><span>${app.escape(entry.name)}</span><small>${app.escape(entry.kind)}</small></li>`);
    if (!shown.length) rows.push(`<li class="none" role="option" aria-disabled="true" aria-selected="false">Nothing has that in its name. Try fewer letters.</li>`);
    else if (total > shown.length) rows.push(`<li class="none" role="option" aria-disabled="true" aria-selected="false">and ${total - shown.length} more: type more letters</li>`);
    listbox().innerHTML = rows.join("");
    listbox().hidden = false;
    field().setAttribute("aria-expanded", "true");
    if (active >= 0) {
      field().setAttribute("aria-activedescendant", `search-option-${active}`);
      listbox().children[active].scrollIntoView({ block: "nearest" });
    } else field().removeAttribute("aria-activedescendant");
  }

  async function type() {
    const typed = field().value;
    if (!typed.trim()) return close();
    const all = app.findAll(await app.searchEntries(), typed);
    if (field().value !== typed) return undefined;
    shown = all.slice(0, MOST);
    active = -1;
    app.announce(all.length === 1 ? "1 result" : `${all.length} results`);
    return render(all.length);
  }

  function pick(entry) {
    field().value = "";
    close();
    app.goTo(entry.id);
  }

  /** Select something and bring it into view, switching its layer on when it is off. */
  app.goTo = async (id) => {
    const entry = (await app.searchEntries()).find((item) => item.id === id);
    if (!entry) return;
    if (!app.config().ids.select) { // a page without a map to select on
      const layers = entry.layer ? `&layers=combined_authority,stp,${entry.layer}` : "";
      window.location.href = `${app.config().base}?select=${encodeURIComponent(id)}${layers}`;
      return;
    }
    const view = app.currentView();
    if (entry.layer && view && !view.layers.includes(entry.layer)) app.switchOn(entry.layer);
    app.set("select", { data: id });
    if (entry.box) app.showBox(entry.box);
  };

  /** Dash's inputs take no role, so the field becomes a combobox as it is entered. */
  function dress(input) {
    if (input.getAttribute("role") === "combobox") return;
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-controls": listbox().id, "aria-expanded": "false" };
    Object.entries(roles).forEach(([name, value]) => input.setAttribute(name, value));
  }

  document.addEventListener("focusin", (event) => {
    if (app.config() && event.target === field()) dress(event.target);
  });
  document.addEventListener("input", (event) => {
    if (app.config() && event.target === field()) type();
  });
  document.addEventListener("keydown", (event) => {
    if (!app.config() || event.target !== field()) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!shown.length) return;
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length;
      render(shown.length);
      event.preventDefault();
    } else if (event.key === "Enter" && shown.length) {
      pick(shown[Math.max(active, 0)]);
      event.preventDefault();
    } else if (event.key === "Escape") {
      if (!listbox().hidden) event.stopPropagation();
      close();
    }
  }, true);
  document.addEventListener("mousedown", (event) => {
    if (!app.config() || !listbox()) return;
    const option = event.target.closest("[data-option]");
    if (option) {
      event.preventDefault();
      pick(shown[Number(option.dataset.option)]);
    } else if (event.target !== field() && !listbox().hidden) close();
  });
})();
