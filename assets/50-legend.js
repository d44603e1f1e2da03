/* The title, the legends and the address: words that follow the view. */
(function () {
  "use strict";
  const app = window.landscape;

  const list = (names) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`);

  const plain = (name) => (/^(STP|LEP|NHS|Leading)/.test(name) ? name : name[0].toLowerCase() + name.slice(1));

  /** "Index of Multiple Deprivation 2015, average score, with combined authorities, 1 December 2017". */
  app.titleOf = (view, snapshot, measures) => {
    const names = app.config().layerNames;
    const layers = list(view.layers.map((layer) => plain(names[layer])));
    const shading = view.measure === "none" ? "" : measures[view.measure].label;
    const head = shading && layers ? `${shading}, with ${layers}` : shading || (layers ? layers[0].toUpperCase() + layers.slice(1) : "Districts of England");
    return `${head}, ${snapshot.words}`;
  };

  app.listNames = list;
  app.plainName = plain;

  const swatch = (layer) => {
    const { layers, points } = app.config().tokens;
    if (points[layer]) return `<span class="key key-${layer}" aria-hidden="true"></span>`;
    const style = layers[layer];
    const dash = style.dash === "solid" ? "" : ` stroke-dasharray="${style.dash.replaceAll("px", "").replaceAll(",", " ")}"`;
    return `<svg class="key" viewBox="0 0 26 14" aria-hidden="true"><path d="M1.5 2.5h23v9h-23z" fill="none" stroke="${style.colour}" stroke-width="2.5"${dash}/></svg>`;
  };

  app.swatch = swatch;

  /** The class legend: ranges with how many districts each holds, what is not available, unit, period, source, caveat. */
  function classes(view, snapshot, measures) {
    const values = app.values(view, snapshot, measures);
    if (!values) return `<p class="muted">Districts are not shaded.</p>`;
    const measure = measures[view.measure];
    const colours = app.classColours(measure.breaks.length + 1);
    const known = values.filter((value) => value !== null);
    const edges = [Math.min(...known), ...measure.breaks, Math.max(...known)];
    const counts = colours.map((_, k) => values.filter((value) => app.classOf(value, measure.breaks) === k).length);
    const rows = colours.map((colour, k) => {
      const range = `${k ? "over " : ""}${app.number(edges[k], measure)} to ${app.number(edges[k + 1], measure)}`;
      return `<li><span class="class" style="background:${colour}"></span><span>${range}</span><span class="count">${counts[k]}</span></li>`;
    });
    const missing = values.length - known.length;
    if (missing) rows.push(`<li><span class="class" style="background:${app.config().tokens.notAvailable}"></span><span>not available</span><span class="count">${missing}</span></li>`);
    const head = `<p class="legend-head">${app.escape(app.unitWords(measure.unit))}, ${app.escape(measure.period)} <span class="count">districts</span></p>`;
    const caveat = measure.caveat ? `<p class="caveat">${app.escape(measure.caveat)}</p>` : "";
    const doubt = measure.doubt && measure.doubt !== measure.caveat ? `<p>${app.escape(measure.doubt)}</p>` : "";
    const tint = view.fill && view.layers.includes(view.fill) ? `<p class="muted">Tinted where covered by ${app.escape(plain(app.config().layerNames[view.fill]))}.</p>` : "";
    return `${head}<ol class="classes">${rows.join("")}</ol>${tint}${caveat}
      <p class="muted">Up to five groups with about as many districts in each.</p>
      <details class="source"><summary>Source and notes</summary><p>${app.escape(measure.source)}</p>${doubt}</details>`;
  }

  /** The layers drawn, for the presentation view, where no panel explains them. */
  function layers(view, snapshot) {
    const names = app.config().layerNames;
    const rows = view.layers.map((layer) => {
      const count = app.isPoint(layer) ? "" : ` (${app.shown(snapshot, layer, false).length})`;
      return `<li>${swatch(layer)}<span>${app.escape(names[layer])}${count}</span></li>`;
    });
    const associates = view.layers.includes("combined_authority") && app.shown(snapshot, "combined_authority").some((b) => b.associateShape);
    if (associates) rows.push(`<li><span class="key key-associates" aria-hidden="true"></span><span>associate members</span></li>`);
    return `<ul class="layer-key">${rows.join("")}</ul>`;
  }

  /** Swatches and counts beside the layer switches; counts are of bodies live on the day. */
  function switches(view, snapshot, institutions) {
    document.querySelectorAll("[data-layer-label]").forEach((label) => {
      const layer = label.dataset.layerLabel;
      if (!label.querySelector(".key")) label.insertAdjacentHTML("afterbegin", swatch(layer));
      const count = label.querySelector(".count");
      count.textContent = app.isPoint(layer) ? institutions[layer].id.length : app.shown(snapshot, layer, false).length;
    });
  }

  /** Everything in words that follows the view. */
  app.writeWords = async (view, snapshot) => {
    const [measures, institutions] = await Promise.all([app.load("measures"), app.load("institutions")]);
    const title = app.titleOf(view, snapshot, measures);
    document.title = `${title} · Local growth landscape`;
    app.byId("title").textContent = title;
    app.byId("legend").innerHTML = classes(view, snapshot, measures);
    app.byId("layer_legend").innerHTML = layers(view, snapshot) + classes(view, snapshot, measures);
    switches(view, snapshot, institutions);
    const select = app.byId("measure_control");
    if (select.value !== view.measure) select.value = view.measure;
    const changed = snapshot.changed;
    app.byId("changed").title = changed ? changed.lines.join(" ") : "";
    app.byId("changed").textContent = changed ? `Latest change, ${changed.words}: ${changed.lines.join(" ")}` : "";
    document.querySelectorAll("[data-view-link]").forEach((link) => {
      const query = app.serialise({ ...view, ...JSON.parse(link.dataset.viewLink) });
      link.href = `${window.location.pathname}${query ? `?${query}` : ""}`;
    });
    app.announce(title);
  };
})();
