import type { Geometry, Position } from "geojson";
import type { Candidate } from "../../drawing/candidate.ts";
import type { CaughtWords } from "../../drawing/caught-words.ts";
import type { Drawn, VertexAt } from "../../drawing/geometry.ts";
import { isLine, linesOf, partsOf } from "../../drawing/geometry.ts";
import type { Edge } from "../../drawing/measures.ts";
import type { Point } from "../../symbols/primitives.ts";
import { labelledCorners } from "./candidate-markup.ts";
import type { Handle } from "./handles.ts";

export type Sketch = {
  readonly drawn: Drawn;
  readonly toPixels: (position: Position) => Point;
  readonly size: Point;
  readonly handles: readonly Handle[];
  readonly isActive: (at: VertexAt) => boolean;
  readonly edges: readonly Edge[];
  /** Words of an edge's length, and the lines that say how large it is; empty where it has no size. */
  readonly length: (metres: number) => string;
  readonly area: readonly string[];
  /** Not finished: its edges are dashed. */
  readonly isLoose: boolean;
  readonly pending: readonly Position[];
  /** Where the next corner would go. */
  readonly aim: readonly Position[];
  /** Where Enter or the button would place a corner. */
  readonly crosshair: Point | null;
  readonly found: readonly Geometry[];
  /** What would be taken, and is not yet. */
  readonly candidate: Candidate | null;
  /** The edge that gives way for an area that is typed. */
  readonly chosenEdge: readonly [Position, Position] | null;
  /** What the pointer has caught, where, and its words. */
  readonly caught: (CaughtWords & { readonly point: Point }) | null;
};

/** Pixels that an edge has at least to carry its length, and how many lengths are shown at most. */
const LABELLED_PX = 56;
const MOST_LABELS = 40;

const number = (value: number) => value.toFixed(1);
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The drawing in hand as SVG text, in pixels of the window. Colours are those of the style sheet. */
export function markupOf(sketch: Sketch): string {
  const { drawn, toPixels, handles, isActive, isLoose, pending, crosshair } = sketch;
  return [
    `<defs><pattern id="draw-found" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="draw-hatch" d="M0 0V7"/></pattern></defs>`,
    ...sketch.found.map((geometry) => foundMarkup(geometry, toPixels)),
    outline(drawn, toPixels, isLoose),
    candidateMarkup(sketch),
    pending.length > 0
      ? `<path class="draw-line draw-loose" d="${path([...pending, ...sketch.aim], toPixels, false)}"/>`
      : "",
    ...pending.map((position) => `<circle class="draw-handle" ${centre(toPixels(position))} r="6"/>`),
    sketch.chosenEdge ? `<path class="draw-chosen" d="${path(sketch.chosenEdge, toPixels, false)}"/>` : "",
    ...handles.map((handle) => handleMarkup(handle, toPixels, handle.kind === "vertex" && isActive(handle.at))),
    ...edgeLabels(sketch),
    areaLabel(sketch),
    crosshair ? crosshairMarkup(crosshair) : "",
    caughtMarkup(sketch),
  ].join("");
}

const centre = ([x, y]: Point) => `cx="${number(x)}" cy="${number(y)}"`;

function path(line: readonly Position[], toPixels: Sketch["toPixels"], isClosed: boolean): string {
  const points = line.map(toPixels).map(([x, y]) => `${number(x)} ${number(y)}`);
  return points.length === 0 ? "" : `M${points.join("L")}${isClosed ? "Z" : ""}`;
}

/** The lines, or the rings of the areas; nothing of a point. */
const pathOf = (drawn: Drawn, toPixels: Sketch["toPixels"]): string =>
  [
    ...linesOf(drawn).map((line) => path(line, toPixels, false)),
    ...partsOf(drawn).flatMap((rings) => rings.map((ring) => path(ring.slice(0, -1), toPixels, true))),
  ].join("");

function outline(drawn: Drawn, toPixels: Sketch["toPixels"], isLoose: boolean): string {
  if (drawn.type === "Point") {
    const at = centre(toPixels(drawn.coordinates));
    return `<circle class="draw-point-casing" ${at} r="11"/><circle class="draw-point" ${at} r="6"/>`;
  }
  const d = pathOf(drawn, toPixels);
  const fill = isLine(drawn) ? "" : `<path class="draw-area" fill-rule="evenodd" d="${d}"/>`;
  return `${fill}<path class="draw-casing" d="${d}"/><path class="draw-line${isLoose ? " draw-loose" : ""}" d="${d}"/>`;
}

function candidateMarkup({ candidate, toPixels }: Sketch): string {
  if (!candidate) return "";
  const d = pathOf(candidate.drawn, toPixels);
  const labels = labelledCorners(candidate, toPixels).map(
    ({ label, point: [x, y], isChosen }) =>
      `<circle class="${isChosen ? "draw-corner-chosen" : "draw-edge"}" ${centre([x, y])} r="${isChosen ? 7 : 3.5}"/><text class="draw-length draw-number" x="${number(x + 7)}" y="${number(y - 6)}">${escaped(label)}</text>`,
  );
  return `<path class="draw-candidate" fill-rule="evenodd" d="${d}"/>${labels.join("")}`;
}

function handleMarkup(handle: Handle, toPixels: Sketch["toPixels"], isActive: boolean): string {
  const { kind, point } = handle;
  const [x, y] = point;
  if (kind === "turn") {
    const [mx, my] = toPixels(handle.about);
    return `<path class="draw-turn-line" d="M${number(mx)} ${number(my)}L${number(x)} ${number(y)}"/><circle class="draw-edge" ${centre([mx, my])} r="4"/><circle class="draw-turn" ${centre(point)} r="9"/>`;
  }
  if (kind === "edge") return `<circle class="draw-edge" ${centre(point)} r="4.500"/>`;
  return `<rect class="draw-handle${isActive ? " draw-active" : ""}" x="${number(x - 6)}" y="${number(y - 6)}" width="12" height="12" rx="3"/>`;
}

function foundMarkup(geometry: Geometry, toPixels: Sketch["toPixels"]): string {
  if (geometry.type === "GeometryCollection")
    return geometry.geometries.map((part) => foundMarkup(part, toPixels)).join("");
  if (geometry.type === "Point") return `<circle class="draw-fault" ${centre(toPixels(geometry.coordinates))} r="10"/>`;
  if (geometry.type === "Polygon" || geometry.type === "MultiPolygon") {
    const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
    return `<path class="draw-found" fill-rule="evenodd" d="${rings.map((ring) => path(ring, toPixels, true)).join("")}"/>`;
  }
  if (geometry.type === "MultiPoint") return "";
  const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
  return `<path class="draw-found-line" d="${lines.map((line) => path(line, toPixels, false)).join("")}"/>`;
}

function edgeLabels({ edges, toPixels, size: [width, height], length }: Sketch): string[] {
  const ends = edges.map(({ from }) => toPixels(from));
  const [left, right, top, bottom] = extentOf(ends);
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  const labels: string[] = [];
  for (const { from, to, length_m } of edges) {
    const [a, b] = [toPixels(from), toPixels(to)];
    const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    if (Math.hypot(b[0] - a[0], b[1] - a[1]) < LABELLED_PX || x < 0 || y < 0 || x > width || y > height) continue;
    if (labels.length >= MOST_LABELS) break;
    labels.push(chip(outside(a, b, middle), length(length_m)));
  }
  return labels;
}

function extentOf(points: readonly Point[]): [left: number, right: number, top: number, bottom: number] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}

/** Beside the middle of an edge and away from that of the whole: its handle and what is inside stay free. */
function outside(a: Point, b: Point, middle: Point): Point {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const [nx, ny] = [(b[1] - a[1]) / length, -(b[0] - a[0]) / length];
  const side = nx * (x - middle[0]) + ny * (y - middle[1]) < 0 ? -1 : 1;
  return [x + side * nx * 38, y + side * ny * 20];
}

function chip([x, y]: Point, text: string): string {
  const width = text.length * 7 + 14;
  return `<g transform="translate(${number(x)} ${number(y)})"><rect class="draw-chip" x="${-width / 2}" y="-10" width="${width}" height="20" rx="6"/><text class="draw-length" y="4">${escaped(text)}</text></g>`;
}

function areaLabel({ area, drawn, toPixels, size: [width, height] }: Sketch): string {
  if (area.length === 0) return "";
  const points = (partsOf(drawn)[0]?.[0] ?? []).map(toPixels);
  const [left, right, top, bottom] = extentOf(points);
  if (right - left < 120 || bottom - top < 84) return "";
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (x < 0 || y < 0 || x > width || y > height) return "";
  const [large = "", ...small] = area;
  const lines = small.map((line, i) => `<text class="draw-size" y="${18 + i * 17}">${escaped(line)}</text>`).join("");
  return `<g transform="translate(${number(x)} ${number(y)})"><text class="draw-mu">${escaped(large)}</text>${lines}</g>`;
}

const ARM_PX = 16;
const GAP_PX = 4;
function crosshairMarkup([x, y]: Point): string {
  const arms = `M${x + GAP_PX} ${y}h${ARM_PX}M${x - GAP_PX} ${y}h${-ARM_PX}M${x} ${y + GAP_PX}v${ARM_PX}M${x} ${y - GAP_PX}v${-ARM_PX}`;
  return `<path class="draw-cross-casing" d="${arms}"/><path class="draw-cross" d="${arms}"/>`;
}

/** A ring around the place, and its words beside the pointer. */
function caughtMarkup({ caught, size: [width, height] }: Sketch): string {
  if (!caught) return "";
  const name = caught.isSchematic ? "draw-caught draw-caught-schematic" : "draw-caught";
  const wide = Math.max(...[caught.words, caught.hint].map(widthOf)) + 20;
  // beside the pointer, in the window
  const x = Math.max(8, Math.min(caught.point[0] + 16, width - wide - 8));
  const y = caught.point[1] + 68 > height ? caught.point[1] - 60 : caught.point[1] + 18;
  return `<circle class="${name}" ${centre(caught.point)} r="9"/><g transform="translate(${number(x)} ${number(y)})"><rect class="draw-tip" width="${wide}" height="42" rx="8"/><text class="draw-caught-words" x="10" y="18">${escaped(caught.words)}</text><text class="draw-caught-hint" x="10" y="34">${escaped(caught.hint)}</text></g>`;
}

/** Nearly: Chinese signs are as wide as high. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 12.5 : 7), 0);
