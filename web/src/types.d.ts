/* Shapes that only the scripts know: what they hand to plotly.js and to one another. */
import type { Thing } from "./search/matcher.js";
import type { DayBody, Box, Cell, Districts, Drawing, Institutions, Measures, Table } from "./payloads";

/** One trace or layout as plotly.js takes it. */
export type Trace = Record<string, any>;
export type Layout = Record<string, any>;
export interface Figure {
  data: Trace[];
  layout: Layout;
}

/** The element that plotly.js draws in, with its own notes. */
export type Graph = HTMLElement & { _fullLayout?: any };
export type Projection = ((point: number[]) => number[] | null) & { invert(point: number[]): number[] };

export interface PlotlyLibrary {
  relayout(graph: Graph, update: Record<string, unknown>): unknown;
}

export interface DashClientside {
  no_update?: unknown;
  callback_context?: { triggered: { prop_id: string }[] };
  set_props?(id: string, props: Record<string, unknown>): void;
  [namespace: string]: any;
}

/** The map as it stands; lon, lat and zoom are null with all of England in view. */
export interface Viewport {
  lon: number | null;
  lat: number | null;
  zoom: number | null;
  kilometres: number;
  width: number;
  height: number;
}

export interface Lane {
  layer: string;
  lane: number;
  again: boolean;
  leads: boolean;
}

export type Band = "national" | "regional" | "local" | "london";

export interface Files {
  districts: Districts;
  measures: Measures;
}

export interface AllFiles extends Files {
  institutions: Record<string, Institutions>;
}

export interface Feature {
  id: string;
  geometry: { type: "Polygon"; coordinates: number[][][] } | { type: "MultiPolygon"; coordinates: number[][][][] };
}
export interface Collection {
  features: Feature[];
}

/** Something that the search can find. */
export interface Entry extends Thing {
  id: string;
  name: string;
  kind: string;
  box: Box | null;
  layer?: string;
  /** The code of the place whose page it leads to, where the map can't select it. */
  page?: string;
  /** The part of that place that is meant. */
  part?: string;
  rank: number;
}

export interface LabelCandidate {
  lon: number;
  lat: number;
  radius: number;
  rank: number;
  text: string;
  colour: string;
  size: number;
  slack: number;
  leads: boolean;
}

/** A box on the screen, in pixels; a spot is one with the lines of a name in it. */
export interface Area {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}
export interface Spot extends Area {
  lines: string[];
}
/** A label with its spot and the point of what it names; `line` when it stands beside that. */
export interface Placed extends LabelCandidate {
  at: number[];
  spot: Spot;
  line: boolean;
}

export interface Sort {
  key: string;
  down: boolean;
}

/** What a table on the page shows now: its rows and what the reader asked of them. */
export interface TableState {
  table: Table;
  sort: Sort | null;
  any: string;
  typed: Map<string, string>;
  open: boolean;
  labels: string;
  heads: string[];
  folded: string[][] | null;
  count: string;
}

/** A column of a table that the scripts make: `of` gives a row's cell, `show` its text. */
export interface ColumnOf<Row> {
  label: string;
  of(row: Row): Cell;
  number: boolean;
  key?: string;
  show?(value: any): string;
}
export interface MadeTable<Row> {
  rows: Row[];
  columns: ColumnOf<Row>[];
}

export type LayerBody = DayBody & { layer: string };
export type { Drawing };

// ---- the view, which the address holds (dashboard/views/map.py, overlaps.py, patchwork.py)

export interface MapView {
  measure: string;
  layers: string[];
  fill: string | null;
  lead: string | null;
  only: boolean;
  fallen: boolean;
  as_at: string;
  select: string | null;
  table: "districts" | "bodies" | "institutions";
  present?: boolean;
  embed?: boolean;
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
