/* What the server sends to the page, one named interface a payload. The Python side stands beside each name. */

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

// ---- dashboard/payloads/page_config.py

export interface Config {
  base: string;
  /** File names by logical name. */
  files: Record<string, string>;
  tokens: Tokens;
  layers: Record<string, LayerFacts>;
  /** The layers that the map opens with. */
  shownFirst: string[];
  firstDay: string;
  lastDay: string;
  /** The days on which something changed, in order. */
  stops: string[];
  /** Component ids by the page's own short names. */
  ids: Record<string, string>;
  keys: string[];
  defaults: Record<string, any>;
  viewport?: { lon: number | null; lat: number | null; zoom: number | null };
  present?: boolean;
}

/** What the scripts ask of a layer instead of naming it. */
export interface LayerFacts {
  name: string;
  /** The name as it stands inside a sentence. */
  inside: string;
  singular: string;
  short: string;
  noun: string;
  plural: string;
  category: string;
  main: boolean;
  /** The layer whose outlines it draws; null for points. */
  geometry: string | null;
  /** The outlines of its associates; null where they are not drawn. */
  associates: string | null;
  /** Whether its symbol is filled. */
  filled: boolean;
}

// ---- dashboard/palette.py

export interface Tokens {
  classes: string[];
  hues: string[];
  notAvailable: string;
  paper: string;
  sea: string;
  text: string;
  muted: string;
  selection: string;
  layers: Record<string, LayerStyle>;
  points: Record<string, PointStyle>;
}
export interface LayerStyle {
  colour: string;
  dash: string;
  width: number;
  label: string;
}
export interface PointStyle {
  symbol: string;
  colour: string;
  size: number;
}

// ---- dashboard/payloads/snapshot.py

export interface Snapshot {
  day: string;
  words: string;
  layers: Record<string, SnapshotLayer>;
  /** Pounds a head by district. */
  growth: (number | null)[];
  changed: { words: string; lines: string[] } | null;
}
export interface SnapshotLayer {
  geometry: string;
  bodies: Body[];
}
/** A body of a day, with only the keys that say something. Districts are positions. */
export interface Body {
  id: string;
  name: string;
  short?: string;
  shape?: string;
  /** "fallen" or "bid"; left out when live. */
  standing?: string;
  people?: number;
  whole?: number[];
  part?: [number, number][];
  status?: string;
  associates?: number[];
  associateShape?: string;
  money?: string;
}

// ---- layers/build/catalogue.py

/** Parallel lists. */
export interface Districts {
  code: string[];
  name: string[];
  region: number[];
  regions: string[];
  county: string[];
  upper: string[];
  people: number[];
  box: Box[];
  label: [number, number, number][];
}
export interface Measure {
  label: string;
  unit: string;
  period: string;
  level: string;
  kind: string;
  source: string;
  doubt: string;
  caveat: string;
  middle: number | null;
  breaks: number[];
  values: (number | null)[] | null;
}
export type Measures = Record<string, Measure>;
/** Parallel lists of one kind of institution. */
export interface Institutions {
  id: string[];
  name: string[];
  kind: string[];
  lon: number[];
  lat: number[];
  district: number[];
  students: (number | null)[];
  year: string[];
}
/** Id, layer, name, other name, box. */
export type SearchRow = [string, string, string, string, Box | null];
/** Longitude, latitude, kilometres of room round it, then the box. */
export type Shape = [number, number, number, ...Box];

// ---- dashboard/payloads/overlaps.py

export interface PairPayload {
  day: string;
  layers: [string, string];
  weight: string;
  matches: string[];
  a: PairSide[];
  b: PairSide[];
  cells: PairCell[];
}
export interface PairSide {
  id: string;
  name: string;
  short: string;
  people: number;
  none: number;
  many: number;
}
/** Position in a, in b, people, position of the match word, km², districts whole, in part, share of a, of b. Read by `pages/pair_cell.js` alone. */
export type PairCell = [number, number, number, number, number, number, number, number, number];
export interface Drawing {
  outlines: Outline[];
  parts: string[];
  points?: string[];
}
export interface Outline {
  layer: string;
  geometry: string;
  shape: string;
}

// ---- dashboard/payloads/patchwork.py

export interface PatchworkPayload {
  day: string;
  title: string;
  layers: string[];
  colour: string;
  region: string;
  parts: string[];
  classes: number[];
  hover: string[][];
  colours: string[];
  legend: LegendRow[];
  shapes: Record<string, string[]>;
}
export interface LegendRow {
  label: string;
  colour: string;
  people: number;
  districts: string;
}

// ---- dashboard/payloads/briefing.py

export interface Table {
  label?: string;
  caption: string;
  columns: Column[];
  rows: Cell[][];
  ids?: string[];
  selected?: string | null;
  sort?: { key: string; down: boolean } | null;
  smallestFirst?: boolean;
  kind?: string;
}
export interface Column {
  label: string;
  number?: boolean;
  key?: string;
}
export type Cell = string | number | null | undefined | RichCell;
/** Text, value to sort by, address, id to select, or the pieces that make the text. */
export interface RichCell {
  t: string;
  v?: string | number | null;
  h?: string;
  select?: string;
  parts?: CellPart[];
}
export type CellPart = string | { t: string; h?: string };

// ---- the view, which the address holds (dashboard/views/map.py, overlaps.py, patchwork.py)

export interface MapView {
  measure: string;
  layers: string[];
  fill: string | null;
  fallen: boolean;
  as_at: string;
  select: string | null;
  table: "districts" | "bodies" | "institutions";
  present?: boolean;
  lon?: number | null;
  lat?: number | null;
  zoom?: number | null;
}
export interface OverlapsView {
  a: string;
  b: string;
  weight: string;
  as_at: string;
  share_of: "row" | "column";
  match: string;
  least: number;
  pair: string | null;
}
export interface PatchworkView {
  layers: string[];
  colour: string;
  region: string;
  as_at: string;
  select: string | null;
}
