/* The strips of a place's page: every district a thin line, this place a thick one, the middle district an open mark. */
(function () {
  "use strict";
  const app = window.landscape;
  const WIDTH = 180, HEIGHT = 22;

  function strip(measure, chosen) {
    const known = measure.values.map((value, i) => [value, i]).filter(([value]) => value !== null);
    const sorted = known.map(([value]) => value).sort((a, b) => a - b);
    // A few extreme districts would squeeze all others together: the scale ends where 98% of districts lie, and they sit on its ends.
    const low = sorted[Math.floor(sorted.length * 0.01)], high = sorted[Math.ceil(sorted.length * 0.99) - 1];
    const x = (value) => 4 + (Math.min(Math.max((value - low) / (high - low || 1), 0), 1) * (WIDTH - 8));
    const lines = known.map(([value]) => `M${x(value).toFixed(1)} 5v12`).join("");
    const here = known.filter(([, i]) => chosen.has(i)).map(([value]) => `<path d="M${x(value).toFixed(1)} 1v20" stroke="#0b1320" stroke-width="3"/>`);
    const mark = measure.middle === null ? "" : `<circle cx="${x(measure.middle).toFixed(1)}" cy="11" r="4" fill="#fff" stroke="#0b1320" stroke-width="1.5"/>`;
    return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path d="${lines}" stroke="#6f8fad" stroke-width="1" opacity="0.45"/>${mark}${here.join("")}</svg>`;
  }

  window.dash_clientside.place = {
    /** Fill every cell that asks for a strip. */
    async strips(config) {
      app.configure(config);
      const [districts, measures] = await Promise.all([app.load("districts"), app.load("measures")]);
      document.querySelectorAll("[data-strip]").forEach((cell) => {
        const codes = new Set(cell.dataset.codes.split(","));
        cell.innerHTML = strip(measures[cell.dataset.strip], new Set(districts.code.map((code, i) => (codes.has(code) ? i : -1))));
      });
      fillCompare(districts);
      return "";
    },
  };

  /** The list of districts to put beside this place; choosing one adds it to the address. */
  function fillCompare(districts) {
    const select = app.byId("compare");
    if (!select || select.options.length) return;
    const names = districts.code.map((code, i) => [districts.name[i], code]).sort((a, b) => a[0].localeCompare(b[0], "en-GB"));
    select.innerHTML = `<option value="">Choose a district</option>${names.map(([name, code]) => `<option value="${code}">${app.escape(name)}</option>`).join("")}`;
    select.addEventListener("change", () => {
      const query = new URLSearchParams(window.location.search);
      const beside = (query.get("with") || "").split(",").filter(Boolean);
      query.set("with", [...new Set([...beside, select.value])].slice(-3).join(","));
      window.location.search = query.toString().replaceAll("%2C", ",");
    });
  }
})();
