/* Written by `python -m dashboard.payloads.typescript` from the types in Python: change those. */

// ---- layers/geography/contents.py

/** West, south, east and north in degrees. */
export type Box = [number, number, number, number];

/** Longitude and latitude of a label, and the kilometres of room round it. */
export type LabelPlace = [number, number, number];

/** The districts, in the order that every other file and answer uses. */
export interface Districts {
  code: string[];
  name: string[];
  /** Position in `regions`. */
  region: number[];
  regions: string[];
  /** The code of the county or, where there is none above it, its own. */
  county: string[];
  /** The name of the county above it, blank where there is none. */
  upper: string[];
  people: number[];
  box: Box[];
  label: LabelPlace[];
}

/** A measure: its words, class breaks, and a value for each district, null where not available. */
export interface MeasureFacts {
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
  /** None at all of a measure that moves with the date. */
  values: (number | null)[] | null;
}

/** The institutions of one layer. */
export interface Institutions {
  id: string[];
  name: string[];
  kind: string[];
  lon: number[];
  lat: number[];
  /** Position in the districts' file. */
  district: number[];
  students: (number | null)[];
  year: string[];
}

/** England as a drawing: the size of its frame and an SVG path in it. */
export interface Silhouette {
  width: number;
  height: number;
  path: string;
}

/** Towns and villages that are not called as their district is, the largest first. */
export interface Towns {
  name: string[];
  /** Position in the districts' file. */
  district: number[];
  lon: number[];
  lat: number[];
}

/** Id, layer, name, other names and codes, and box of a body. */
export type SearchRow = [string, string, string, string[], Box | null];

/** What can be searched for besides what the other files hold. */
export interface Search {
  bodies: SearchRow[];
  /** The other names and codes of districts and institutions, by code or id. */
  others: Record<string, string[]>;
  /** The words that may be typed beside a name, by layer: `STP`, `growth deal`. */
  kinds: Record<string, string>;
  towns: Towns;
}

/** Where the label of an outline stands and the room it has, as `LabelPlace`, then its box. */
export type ShapePlace = [number, number, number, number, number, number, number];

export type Measures = Record<string, MeasureFacts>;

export type InstitutionsByLayer = Record<string, Institutions>;

export type Shapes = Record<string, ShapePlace>;

// ---- dashboard/palette.py

/** How an institution is drawn: symbol, colour and size in pixels. */
export interface PointStyle {
  symbol: string;
  colour: string;
  size: number;
}

/** How a layer is drawn: outline colour, dash, line width in pixels, and the colour of its labels. */
export interface LayerStyle {
  colour: string;
  dash: string;
  width: number;
  label: string;
}

/** Every colour and style, for the page's scripts. */
export interface Tokens {
  classes: string[];
  hues: string[];
  notAvailable: string;
  paper: string;
  sea: string;
  land: string;
  text: string;
  muted: string;
  selection: string;
  focus: string;
  layers: Record<string, LayerStyle>;
  points: Record<string, PointStyle>;
}

// ---- dashboard/payloads/types.py

/** A field of a view as JSON holds it. */
export type PlainValue = string | number | boolean | string[] | null;

/** The middle of the map in degrees and its zoom (1 is all of England); blank where the address names none. */
export interface Viewport {
  lon: number | null;
  lat: number | null;
  zoom: number | null;
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

/** What the scripts of all pages know alike. */
export interface Common {
  /** The address of the map page. */
  base: string;
  /** File names of what was built, by logical name. */
  files: Record<string, string>;
  tokens: Tokens;
  layers: Record<string, LayerFacts>;
  /** The layers that the map opens with. */
  shownFirst: string[];
  firstDay: string;
  lastDay: string;
  /** The days on which something changed, in order. */
  stops: string[];
}

/** What the scripts of one page know once. */
export interface Config extends Common {
  /** Component ids by the page's own short names. */
  ids: Record<string, string>;
  /** The fields of the page's view, as the address names them. */
  keys: string[];
  /** The view of an address that says nothing. */
  defaults: Record<string, PlainValue>;
  viewport?: Viewport;
  present?: boolean;
  embed?: boolean;
}

/** A body on a day, with only the keys that say something. Districts are positions in the districts' file. */
export interface DayBody {
  id: string;
  name: string;
  /** Its short name, when that is another. */
  short?: string;
  /** The id of its outline. */
  shape?: string;
  /** `fallen` or `bid`; left out when it is in force. */
  standing?: string;
  people?: number;
  /** The districts that lie wholly in it. */
  whole?: number[];
  /** The districts that lie partly in it: each its position and the fraction of its people. */
  part?: [number, number][];
  status?: string;
  associates?: number[];
  associateShape?: string;
  money?: string;
}

/** A layer on a day; `geometry` names the files that hold its outlines. */
export interface DayLayer {
  geometry: string;
  bodies: DayBody[];
}

/** The latest change before or on a day: when, in words, and what. */
export interface Change {
  words: string;
  lines: string[];
}

/** Everything on the map page that moves with the date. */
export interface DaySnapshot {
  day: string;
  words: string;
  layers: Record<string, DayLayer>;
  /** Growth Deal money in pounds a head, by district. */
  growth: (number | null)[];
  changed: Change | null;
}

/** A body of one of two layers: its people, and how many of them are in none and in two or more of the other layer's. */
export interface PairSide {
  id: string;
  name: string;
  short: string;
  people: number;
  none: number;
  many: number;
}

/** The pairs that share people, most people first; the columns run side by side. */
export interface PairColumns {
  /** Positions in the payload's `a`. */
  a: number[];
  b: number[];
  people: number[];
  /** Positions in `matches`, the match words. */
  match: number[];
  km2: number[];
  /** Districts that lie wholly in both. */
  whole: number[];
  /** Districts of which both share only a part. */
  part: number[];
  /** Fractions of a, in the payload's `weight`. */
  of_a: number[];
  of_b: number[];
}

/** Two layers on a day: their bodies in the matrix's order, and their pairs. */
export interface PairPayload {
  day: string;
  /** The one whose bodies are `a`, and that of `b`. */
  layers: string[];
  weight: string;
  matches: string[];
  a: PairSide[];
  b: PairSide[];
  pairs: PairColumns;
}

/** An outline in its layer's style; `geometry` names the files that hold it, `shape` its id there. */
export interface Outline {
  layer: string;
  geometry: string;
  shape: string;
}

/** Outlines, the parts to fill, and the institutions to mark. */
export interface Drawing {
  outlines: Outline[];
  parts: string[];
  points?: string[];
}

/** A class or bundle: its words and colour, the people in it, and its districts in words. */
export interface LegendRow {
  label: string;
  colour: string;
  people: number;
  districts: string;
}

/** The patchwork of some layers in a region; `parts`, `classes` and `hover` run side by side. */
export interface PatchworkPayload {
  day: string;
  title: string;
  layers: string[];
  colour: string;
  region: string;
  parts: string[];
  /** Positions in `colours`. */
  classes: number[];
  /** The short names of the bodies over each part. */
  hover: string[][];
  colours: string[];
  legend: LegendRow[];
  /** The outlines of each layer's bodies. */
  shapes: Record<string, string[]>;
}

/** A head; `number` aligns right and sorts by value, `key` names the column in the address. */
export interface Column {
  label: string;
  number?: boolean;
  key?: string;
}

/** Words that lead to an address. */
export interface Link {
  t: string;
  h?: string;
}

/** A piece of a cell's text. */
export type CellPart = string | Link;

/** A cell with more than its text: the value to sort by, an address, an id to select, the pieces that make the text, or other names that a filter finds it by. */
export interface RichCell {
  t: string;
  also?: string;
  v?: string | number | null;
  h?: string;
  select?: string;
  parts?: CellPart[];
}

/** A blank cell sorts last. */
export type Cell = string | number | RichCell | null;

/** The column by which a table is sorted, and which way. */
export interface Sorting {
  key: string;
  down: boolean;
}

/** A table that the scripts draw; without a label it is called by its caption. */
export interface Table {
  label?: string;
  caption: string;
  columns: Column[];
  rows: Cell[][];
  /** What each row selects. */
  ids?: string[];
  selected?: string | null;
  sort?: Sorting | null;
  smallestFirst?: boolean;
  kind?: string;
}

/** A district that has a postcode, or some of those that begin as it does. */
export interface PostcodePlace {
  code: string;
  name: string;
  /** The part of the district that the postcode is in; null where it is not split, or where several postcodes are meant. */
  part: string | null;
  words: string;
}

/** What a postcode or its beginning leads to: places, those with most of the postcodes first, and what is said of none. */
export interface PostcodeAnswer {
  asked: string;
  places: PostcodePlace[];
  said: string;
}
