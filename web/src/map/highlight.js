/* One layer seen apart from the others, while its entry in the key is pointed at or has the focus. */
import { all, closest } from "../dom.js";
import { graph } from "./viewport.js";

const FAINT = "0.12";

/**
 * Let every other layer's lines fade; without a layer, none.
 * @param {string | null} layer
 */
export function highlight(layer) {
  const drawing = graph();
  if (!drawing) return;
  for (const group of all(drawing, ".choroplethlayer > g, .scatterlayer > g")) {
    // d3 keeps with each group what it draws.
    const { meta } = /** @type {any} */ (group).__data__?.[0]?.trace ?? {};
    group.style.opacity = layer && meta && meta !== layer ? FAINT : "";
  }
}

/** @param {Event} event */
const over = (event) => {
  const entry = closest(event, "[data-key-layer]");
  if (entry) highlight(entry.dataset.keyLayer ?? null);
};

/** @param {Event} event */
const out = (event) => {
  if (closest(event, "[data-key-layer]")) highlight(null);
};

export function listen() {
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, over);
  for (const kind of ["pointerout", "focusout"]) document.addEventListener(kind, out);
}
