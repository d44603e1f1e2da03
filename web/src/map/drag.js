/* Plotly reports the end of a drag as a click too: whether the pointer has moved since it was pressed. */

const FAR = 5; // pixels

/** @type {PointerEvent | null} */
let pressed = null;
let dragged = false;

/** Whether what the reader did last with the pointer was a drag. */
export const wasDragged = () => dragged;

export function listen() {
  document.addEventListener(
    "pointerdown",
    (event) => {
      pressed = event;
      dragged = false;
    },
    true,
  );
  document.addEventListener(
    "pointermove",
    (event) => {
      if (pressed) dragged ||= Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > FAR;
    },
    true,
  );
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(
      end,
      () => {
        pressed = null;
      },
      true,
    );
  }
}
