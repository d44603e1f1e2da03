/* What a callback in the browser needs of Dash. */

/** The answer that leaves an output as it is. */
export const skip = () => window.dash_clientside.no_update;

/** The ids of what set the callback off. */
export const triggers = () =>
  (window.dash_clientside.callback_context?.triggered ?? []).map((item) => item.prop_id.split(".")[0]);
