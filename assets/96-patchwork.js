/* The patchwork page: parts coloured by bundle or count, the legend, one small map a layer, the address. */
(function () {
  "use strict";
  const app = window.landscape;
  const MOST = 40;
  let outlineKey = "";

  const districtOf = (part) => part.split("-")[0];

  async function traces(view, data) {
    const districts = await app.load("districts");
    const names = new Map(districts.code.map((code, i) => [code, districts.name[i]]));
    const scale = [];
    data.colours.forEach((colour, i) => scale.push([i / data.colours.length, colour], [(i + 1) / data.colours.length, colour]));
    const land = app.polygons(app.fileUrl("districts-national"), districts.code, {
      colorscale: [[0, "#f1f3f5"], [1, "#f1f3f5"]],
      marker: { line: { color: "#dfe4e9", width: 0.5 } },
    });
    const parts = app.polygons(app.fileUrl("parts"), data.parts, {
      z: data.classes,
      zmin: -0.5,
      zmax: data.colours.length - 0.5,
      colorscale: scale,
      marker: { line: { color: "#ffffff", width: 0.6 } },
      hoverinfo: "text",
      text: data.parts.map((part, i) => [`<b>${app.escape(names.get(districtOf(part)))}</b>`, ...data.hover[i].map(app.escape)].join("<br>")),
      name: "parts",
    });
    const chosen = view.select ? [app.dashed(await app.load("districts-national"), [view.select], "#ffffff", "solid", 5),
      { ...app.dashed(await app.load("districts-national"), [view.select], app.config().tokens.selection, "solid", 2.6), name: "selection" }] : [];
    return [land, parts, ...chosen];
  }

  function legend(data) {
    const rows = data.legend.slice(0, MOST).map((row) =>
      `<li><span class="class" style="background:${row.colour}"></span><span>${app.escape(row.label)}</span><span class="count">${app.count(row.people)} people, ${app.escape(row.districts)}</span></li>`);
    const more = data.legend.length > MOST ? `<p class="muted">and ${data.legend.length - MOST} smaller ${data.legend.length - MOST === 1 ? "bundle" : "bundles"}.</p>` : "";
    const note = data.colour === "bundle" ? `<p class="muted">A colour only tells a bundle from its neighbours: it returns elsewhere.</p>` : "";
    const head = data.colour === "bundle" ? `${data.legend.length} ${data.legend.length === 1 ? "bundle" : "bundles"}, most people first` : "Number, with people and districts";
    return `<h2>${head}</h2>${note}<ol class="classes">${rows.join("")}</ol>${more}`;
  }

  /** A small outline map as SVG: good enough at 120 pixels, and far lighter than another Plotly map. */
  function miniature(collection, ids, colour) {
    const wanted = new Set(ids);
    const x = (lon) => ((lon + 6.5) * 13.6).toFixed(1), y = (lat) => ((55.9 - lat) * 22.5).toFixed(1);
    const paths = collection.features.filter((feature) => wanted.has(feature.id)).map((feature) => {
      const pieces = feature.geometry.type === "Polygon" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
      return pieces.map((rings) => `M${rings[0].filter((_, i) => i % 2 === 0).map(([lon, lat]) => `${x(lon)} ${y(lat)}`).join("L")}Z`).join("");
    });
    return paths.map((path) => `<path d="${path}" fill="${colour}" fill-opacity="0.28" stroke="${colour}" stroke-width="0.7"/>`).join("");
  }

  async function multiples(data) {
    const key = `${data.day}|${data.layers}`;
    if (key === outlineKey && app.byId("multiples").children.length) return;
    outlineKey = key;
    const drawn = await Promise.all(data.layers.map(async (layer) => {
      const geometry = layer === "growth_deal" ? "lep" : layer;
      const file = await app.load(`${geometry}-national-0`);
      const ids = data.shapes[layer];
      const colour = app.config().tokens.layers[layer].colour;
      const name = app.escape(app.config().layerNames[layer]);
      return `<figure><svg viewBox="0 0 116 140" role="img" aria-label="${name}: ${ids.length} outlines">${miniature(file, ids, colour)}</svg><figcaption>${name}<span class="count">${ids.length}</span></figcaption></figure>`;
    }));
    app.byId("multiples").innerHTML = drawn.join("");
  }

  window.dash_clientside.patchwork = {
    collect(data, select, config) {
      app.configure(config);
      return { layers: data.layers, colour: data.colour, region: data.region, as_at: data.day, select: select || null };
    },
    async draw(view, data, config, figure) {
      app.configure(config);
      return app.smallFigure(null, figure, await traces(view, data));
    },
    async write(view, data, config) {
      app.configure(config);
      app.writeAddress(view, "push");
      app.byId("title").textContent = data.title;
      document.title = `${data.title} · Local growth landscape`;
      app.byId("legend").innerHTML = legend(data);
      await multiples(data);
      return data.title;
    },
    clicked(click) {
      const place = click?.points?.[0]?.location;
      return place ? districtOf(place) : window.dash_clientside.no_update;
    },
  };
})();
