/* Put into each measured page before its own scripts: when the first map was painted, and how long a change takes. */
(() => {
  "use strict";
  const DRAWN = "html[data-map=drawn], .peer .choroplethlayer path";
  const PLOT = ".js-plotly-plot";
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));

  const soon = (work, seconds, what) =>
    Promise.race([work, new Promise((_, reject) => window.setTimeout(() => reject(new Error(`${what}: nothing after ${seconds} s`)), seconds * 1000))]);

  const firstPaint = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(DRAWN)) return;
      watcher.disconnect();
      painted().then(resolve);
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-map"] });
  });

  /** What of a figure shows that a change has arrived. */
  const content = (plot) => JSON.stringify(plot.data.map((trace) => [trace.name, Array.from(trace.z || []), (trace.locations || []).length]));

  const controls = {
    oursMeasure(value) {
      const control = document.getElementById("map-measure-control");
      control.value = value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    },
    oursLayer: (layer) => document.querySelector(`[data-layer-label="${layer}"]`).closest(".form-check").querySelector("input").click(),
    oursDay(days) {
      const slider = document.getElementById("map-day-slider");
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(slider, days);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      slider.dispatchEvent(new Event("change", { bubbles: true }));
    },
    peerMeasure: (value) => document.querySelector(`#measure input[value="${value}"]`).click(),
    peerLayer: (value) => document.querySelector(`#layers input[value="${value}"]`).click(),
  };

  /** Milliseconds from a control's event until the changed map is painted; `mustDiffer` waits for new content. */
  function timed(control, value, mustDiffer) {
    const plot = document.querySelector(PLOT);
    const before = mustDiffer && content(plot);
    const change = new Promise((resolve) => {
      const after = () => {
        if (mustDiffer && content(plot) === before) return;
        plot.removeListener("plotly_afterplot", after);
        painted().then((end) => resolve(end - start));
      };
      plot.on("plotly_afterplot", after);
      const start = performance.now();
      controls[control](value);
    });
    return soon(change, 30, `${control} ${value}`);
  }

  window.bench = { firstPaint: () => soon(firstPaint, 60, "the first map"), timed };
})();
