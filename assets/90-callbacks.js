/* The clientside callbacks of the map page; each does one thing with the functions of the other scripts. */
(function () {
  "use strict";
  const app = window.landscape;
  const skip = () => window.dash_clientside.no_update;
  const trigger = () => window.dash_clientside.callback_context.triggered.map((item) => item.prop_id.split(".")[0]);

  const DAY = 86400000;
  const toDays = (iso) => Math.round((Date.parse(iso) - Date.parse(app.config().firstDay)) / DAY);
  const toIso = (days) => new Date(Date.parse(app.config().firstDay) + days * DAY).toISOString().slice(0, 10);

  /** The stop that a slider move means: the next one for a single step, else the nearest. */
  function stopFor(value, before) {
    const stops = app.config().stops.map(toDays);
    if (value === before + 1) return stops.find((stop) => stop > before) ?? before;
    if (value === before - 1) return stops.findLast((stop) => stop < before) ?? before;
    return stops.reduce((best, stop) => (Math.abs(stop - value) < Math.abs(best - value) ? stop : best));
  }

  let drawing = 0;
  // The first picture comes before the words and the table: they would only hold it up.
  let pictureDrawn;
  const firstPicture = new Promise((resolve) => (pictureDrawn = resolve));

  /** Resolves when the frame with the latest drawing has been painted: words and table come after the picture. */
  const painted = () => new Promise((resolve) => window.setTimeout(() => requestAnimationFrame(() => window.setTimeout(resolve)), 30));

  window.dash_clientside.map = {
    /** Slider, date field and day agree; the slider snaps to the days on which something changed. */
    pickDay(slider, typed, day, config) {
      app.configure(config);
      const { ids, firstDay, lastDay } = app.config();
      let picked = day;
      if (trigger().includes(ids.day_input)) {
        if (!/^\d{4}-\d{2}-\d{2}$/.test(typed || "") || typed < firstDay || typed > lastDay) return [skip(), skip(), day];
        picked = typed;
      } else picked = toIso(stopFor(Number(slider), toDays(day)));
      return [picked === day ? skip() : picked, toDays(picked), picked];
    },

    /** The controls together make the view. */
    collect(measure, layers, points, fill, fallen, select, table, snapshot, config) {
      app.configure(config);
      const { present, tokens } = app.config();
      const chosen = [...layers, ...points]; // in the order clicked: one view has one address, whatever the order
      const ordered = [...Object.keys(tokens.layers), ...Object.keys(tokens.points)].filter((layer) => chosen.includes(layer));
      return { measure, layers: ordered, fill: fill === "none" ? null : fill, fallen: Boolean(fallen && fallen.length), select: select || null, table, as_at: snapshot.day, present };
    },

    /** The map. A newer call overtakes an older one that is still fetching. */
    async draw(view, viewport, snapshot, config, figure) {
      app.configure(config);
      const turn = ++drawing;
      whenDrawn(app.byId("shell"));
      const data = await app.traces(view, snapshot, viewport);
      if (turn !== drawing) return skip();
      return { data, layout: app.layoutFor(figure.layout, viewport) };
    },

    /** Title, legends, table and address. */
    async write(view, viewport, snapshot, config) {
      app.configure(config);
      const { lon, lat, zoom } = viewport || app.config().viewport;
      const pushed = trigger().length && !trigger().includes(app.config().ids.viewport);
      app.writeAddress({ ...view, lon, lat, zoom }, pushed ? "push" : "replace");
      await firstPicture;
      await painted();
      await Promise.all([app.writeWords(view, snapshot), app.writeTable(view, snapshot)]);
    },

    /** After a pan or zoom: where the map now is. */
    moved(relayout, config) {
      app.configure(config);
      if (!relayout || !Object.keys(relayout).some((key) => key.startsWith("geo."))) return skip();
      return app.changedViewport() || skip();
    },

    /** A click on a district or a point selects it; the end of a drag does not. */
    clicked(click) {
      const point = click?.points?.[0];
      if (!point || app.wasDragged()) return skip();
      return point.customdata || point.location || skip();
    },
  };

  let watched = null;
  /**
   * Once the first geometry of a map is on screen the viewport is known, and with it labels, bands and inset. Waits as
   * long as the graph is on the page, however slow the connection, and starts once for each map, whichever drawing comes first.
   */
  function whenDrawn(shell, wait = 25) {
    if (watched !== shell) watched = shell;
    else if (wait === 25) return;
    if (!shell.isConnected) return;
    if (app.readViewport() && shell.querySelector(".choroplethlayer path")) {
      document.documentElement.dataset.map = "drawn";
      pictureDrawn();
      app.watchSize();
      app.noteViewport(true);
    } else window.setTimeout(() => whenDrawn(shell, Math.min(wait + 1, 250)), wait);
  }
})();
