/*
 * Plotly reports the end of a drag as a click too: whether the pointer has moved since it was pressed. While it moves,
 * the page is marked, and the stylesheet hides what a hover says.
 */

const FAR = 5; // pixels

/** @type {PointerEvent | null} */
let pressed = null;
let dragged = false;

/** Whether what the reader did last with the pointer was a drag. */
export const wasDragged = () => dragged;

function mark() {
  document.documentElement.toggleAttribute("data-dragging", pressed !== null && dragged);
}

/** @param {PointerEvent} event */
function move(event) {
  if (!pressed) return;
  // Let go outside the window: no end was heard.
  if (event.pointerType === "mouse" && event.buttons === 0) pressed = null;
  else dragged ||= Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > FAR;
  mark();
}

export function listen() {
  document.addEventListener(
    "pointerdown",
    (event) => {
      pressed = event;
      dragged = false;
    },
    true,
  );
  document.addEventListener("pointermove", move, true);
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(
      end,
      () => {
        pressed = null;
        mark();
      },
      true,
    );
  }
}
