/* What an export link gives and where it leads. */

/** @type {Record<string, string>} */
const WORDS = {
  png: "picture (PNG)",
  svg: "picture (SVG)",
  pdf: "PDF",
  pptx: "PowerPoint slides",
  xlsx: "workbook",
  csv: "CSV file",
  geojson: "GeoJSON file",
  gpkg: "GeoPackage",
  zip: "archive of all tables",
};

/**
 * What a link gives, as the reader would call it.
 * @param {URL} url
 */
export function fileWords(url) {
  const [, kind, ending] = url.pathname.match(/([^/]*)\.(\w+)$/) || [];
  if (kind === "map" && ending === "pptx") return "PowerPoint slide";
  return ending && Object.hasOwn(WORDS, ending) ? WORDS[ending] : "file";
}

/**
 * The address of a link: as it is written, and on a page whose view lives in the browser with the view's query, over
 * which the link's own wins. What was typed or chosen in the link's form comes last: a title, the shape of the page.
 * @param {HTMLElement} link
 */
export function exportAddress(link) {
  link.dataset.exportHref ||= link.getAttribute("href") ?? "";
  const url = new URL(link.dataset.exportHref, window.location.href);
  const own = new Set(url.searchParams.keys());
  if (link.closest('[data-export-page="1"]')) {
    for (const [key, value] of new URLSearchParams(window.location.search)) {
      if (!own.has(key)) url.searchParams.append(key, value);
    }
  }
  const form = link.closest('[data-export-form="1"]');
  const found = form?.querySelectorAll("input[name], select[name]") ?? [];
  const fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...found]);
  for (const { name, value } of fields) if (value.trim() && !own.has(name)) url.searchParams.set(name, value.trim());
  return url;
}
