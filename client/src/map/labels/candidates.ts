import { type Box, clipLine, lengthOf, walker } from "../../geo/line.ts";
import { boxOf, contains } from "../../geo/polygon.ts";
import type { Point, TextPrimitive } from "../../symbols/primitives.ts";
import type { LabelLook, LabelPlace, LabelRequest, Side } from "./request.ts";

/** One way to write a label: the runs of text and the boxes they cover. */
export type Candidate = { texts: TextPrimitive[]; boxes: Box[] };
export type Measure = (text: string, look: Pick<LabelLook, "size" | "weight" | "family">) => number;

const STEEP = Math.PI / 4;
const SHARPEST = 1.15;
const UPRIGHT_ENOUGH = 0.12;

/** The ordered places a label may take, most wanted first; made lazily, for most labels take an early one. */
export function* candidates(request: LabelRequest, view: Box, measure: Measure): Generator<Candidate> {
  const { place } = request;
  if (place.kind === "point") yield* aroundPoint(request, place, measure);
  else if (place.kind === "area") yield* insideArea(request, place, view, measure);
  else yield* alongLine(request, place, view, measure);
}

function textAt(
  request: LabelRequest,
  text: string,
  at: Point,
  angle = 0,
  size = request.look.size,
  weight = request.look.weight,
): TextPrimitive {
  const { look } = request;
  return {
    kind: "text",
    text,
    at,
    size,
    weight,
    family: look.family,
    colour: look.colour,
    ...(look.halo ? { halo: look.halo } : {}),
    ...(angle ? { angle } : {}),
    ...(look.slant ? { slant: look.slant } : {}),
  };
}

/** A straight name, with its English line below it when there is one, centred on `at`. */
function block(request: LabelRequest, at: Point, measure: Measure, withSecond = true): Candidate {
  const { look } = request;
  const [upper, lower] = twoLines(request);
  if (lower) {
    const up: Point = [at[0], at[1] - look.size * 0.56];
    const down: Point = [at[0], at[1] + look.size * 0.56];
    return {
      texts: [textAt(request, upper, up), textAt(request, lower, down)],
      boxes: [
        boxAround(up, measure(upper, look), look.size * 1.12),
        boxAround(down, measure(lower, look), look.size * 1.12),
      ],
    };
  }
  const width = straightWidth(request, measure);
  const second = withSecond && request.second && look.second > 0 ? request.second : null;
  const secondSize = look.second;
  const secondWidth = second ? measure(second, { ...look, size: secondSize, weight: 500 }) : 0;
  const lift = second ? secondSize * 0.62 : 0;
  const texts = straight(request, [at[0], at[1] - lift], width, measure);
  const boxes: Box[] = [boxAround([at[0], at[1] - lift], width, look.size * 1.12)];
  if (second) {
    const below: Point = [at[0], at[1] - lift + look.size * 0.62 + secondSize * 0.56];
    texts.push(textAt(request, second, below, 0, secondSize, 500));
    boxes.push(boxAround(below, secondWidth, secondSize * 1.1));
  }
  return { texts, boxes };
}

const LONG_NAME = 18;

/** A long English name of an area or park breaks at the space nearest to its middle. */
function twoLines({ text, place }: LabelRequest): [string, string?] {
  if (place.kind === "line" || text.length < LONG_NAME) return [text];
  const spaces = [...text.matchAll(/ /g)]
    .map((match) => match.index)
    .sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  const [middle] = spaces;
  return middle === undefined ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}

/** The widest line of the name. */
function straightWidth(request: LabelRequest, measure: Measure): number {
  const [upper, lower] = twoLines(request);
  if (lower) return Math.max(measure(upper, request.look), measure(lower, request.look));
  return measure(request.text, request.look) + request.look.spacing * Math.max(0, [...request.text].length - 1);
}

function straight(request: LabelRequest, at: Point, width: number, measure: Measure): TextPrimitive[] {
  if (request.look.spacing === 0) return [textAt(request, request.text, at)];
  let left = at[0] - width / 2;
  return [...request.text].map((glyph) => {
    const own = measure(glyph, request.look);
    left += own + request.look.spacing;
    return textAt(request, glyph, [left - request.look.spacing - own / 2, at[1]]);
  });
}

const boxAround = ([x, y]: Point, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

function* aroundPoint(
  request: LabelRequest,
  place: Extract<LabelPlace, { kind: "point" }>,
  measure: Measure,
): Generator<Candidate> {
  const width = straightWidth(request, measure);
  const half = request.look.size * 0.62;
  const lines = twoLines(request).length;
  const [x, y] = place.at;
  const offsets: Record<Side, Point> = {
    centre: [0, 0],
    below: [0, place.clear + half * lines],
    above: [0, -place.clear - half * lines],
    right: [place.clear + 3 + width / 2, 0],
    left: [-place.clear - 3 - width / 2, 0],
    "below-right": [width / 2 - half, place.clear + half * lines],
    "above-right": [width / 2 - half, -place.clear - half * lines],
    "below-left": [half - width / 2, place.clear + half * lines],
    "above-left": [half - width / 2, -place.clear - half * lines],
    "below-far": [0, place.clear + half * 2.7],
    "above-far": [0, -place.clear - half * 2.7],
  };
  for (const side of place.sides) {
    const [dx, dy] = offsets[side];
    yield block(request, [x + dx, y + dy], measure);
  }
}

/** The centre first, then a lattice over the area, nearest to the centre first; a name stays in its area. */
function* insideArea(
  request: LabelRequest,
  place: Extract<LabelPlace, { kind: "area" }>,
  view: Box,
  measure: Measure,
): Generator<Candidate> {
  const full = boxOf(place.rings);
  const box = {
    left: Math.max(full.left, view.left),
    right: Math.min(full.right, view.right),
    top: Math.max(full.top, view.top),
    bottom: Math.min(full.bottom, view.bottom),
  };
  const width = straightWidth(request, measure);
  const small = full.right - full.left < 90 && width > (full.right - full.left) * 0.8;
  const stepX = Math.max(12, (box.right - box.left) / 12);
  const stepY = Math.max(9, (box.bottom - box.top) / 16);
  const spots: { at: Point; far: number }[] = small ? [{ at: place.centre, far: -1 }] : [];
  const loose: typeof spots = [];
  if (small) {
    // A small lake carries its name across its middle or just outside.
    const dy = (full.bottom - full.top) / 2 + request.look.size * 0.7;
    spots.push(
      { at: [place.centre[0], place.centre[1] + dy], far: 0 },
      { at: [place.centre[0], place.centre[1] - dy], far: 1 },
    );
    const dx = (full.right - full.left) / 2 + width / 2 + 4;
    spots.push(
      { at: [place.centre[0] + dx, place.centre[1]], far: 2 },
      { at: [place.centre[0] - dx, place.centre[1]], far: 3 },
    );
  } else {
    for (let x = box.left + stepX / 2; x < box.right; x += stepX) {
      for (let y = box.top + stepY / 2; y < box.bottom; y += stepY) {
        const spot = { at: [x, y] as const, far: Math.hypot(x - place.centre[0], (y - place.centre[1]) * 1.15) };
        const inside = contains(place.rings, [x - width * 0.48, y]) && contains(place.rings, [x + width * 0.48, y]);
        if (inside) spots.push(spot);
        else if (contains(place.rings, [x, y])) loose.push(spot);
      }
    }
  }
  const nearest = (a: { at: Point; far: number }, b: { at: Point; far: number }) =>
    a.far - b.far || a.at[0] - b.at[0] || a.at[1] - b.at[1];
  spots.sort(nearest);
  loose.sort(nearest);
  for (const { at } of spots) yield block(request, at, measure);
  // Rather the name alone inside than nothing; rather over the edge than not at all.
  if (request.second && request.look.second > 0) for (const { at } of spots) yield block(request, at, measure, false);
  for (const { at } of loose) yield block(request, at, measure, false);
}

const FRACTIONS = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.12, 0.88];
const BESIDE_FRACTIONS = [0.74, 0.26, 0.62, 0.38, 0.84, 0.16, 0.5];

function* alongLine(
  request: LabelRequest,
  place: Extract<LabelPlace, { kind: "line" }>,
  view: Box,
  measure: Measure,
): Generator<Candidate> {
  const parts = place.lines
    .flatMap((line) => clipLine(line, view))
    .map((points) => ({ points, length: lengthOf(points) }))
    .sort((a, b) => b.length - a.length);
  const glyphs = [...request.text];
  for (const { points, length } of parts.slice(0, 3)) {
    const walk = walker(points);
    for (const fraction of place.beside > 0 ? BESIDE_FRACTIONS : FRACTIONS) {
      const { angle } = walk.at(length * fraction);
      const slope = Math.abs(Math.atan(Math.tan(angle)));
      const upright = place.glyphs === "upright" || (place.glyphs === "steep-upright" && slope > STEEP);
      // Read downwards on steep lines, left to right on others, whichever way the line was drawn.
      const backwards = upright && slope > STEEP ? Math.sin(angle) < 0 : Math.cos(angle) < 0;
      const widths = glyphs.map((glyph) => measure(glyph, request.look));
      const steps = upright
        ? glyphs.map(() => request.look.size * Math.max(1.1, request.look.spread))
        : widths.map((width) => width * (request.look.spread > 1.12 ? request.look.spread : 1) + request.look.spacing);
      const total = steps.reduce((sum, step) => sum + step, 0);
      if (total > length * 0.98) continue;
      const start = Math.min(Math.max(length * fraction - total / 2, 0), length - total);
      if (turnOver(walk.at, start, total) > SHARPEST) continue;
      for (const side of place.beside > 0 ? ([1, -1] as const) : ([0] as const)) {
        yield setAlong(request, walk.at, {
          glyphs,
          steps,
          start,
          total,
          backwards,
          upright,
          offset: side * (place.beside + request.look.size * 0.66),
          apart: place.apart,
        });
      }
    }
  }
}

/** How far the line turns under a name: around a corner no name can be read. */
function turnOver(at: (along: number) => { angle: number }, start: number, total: number): number {
  const first = at(start).angle;
  let most = 0;
  for (let step = 1; step <= 4; step++) {
    const turn = at(start + (total * step) / 4).angle - first;
    most = Math.max(most, Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))));
  }
  return most;
}

type Setting = {
  glyphs: string[];
  steps: number[];
  start: number;
  total: number;
  backwards: boolean;
  upright: boolean;
  offset: number;
  apart: boolean;
};

/** Glyphs one after the other along the line; a straight enough stretch becomes one run, which draws faster. */
function setAlong(
  request: LabelRequest,
  at: (along: number) => { point: Point; angle: number },
  setting: Setting,
): Candidate {
  const { look } = request;
  const { start, total, backwards, upright, offset, apart } = setting;
  const place = (along: number): { point: Point; angle: number } => {
    const found = at(backwards ? start + total - along : start + along);
    const angle = backwards ? found.angle + Math.PI : found.angle;
    // Positive offset: above a gentle line, left of a steep one (read downwards, its left hand is east).
    const sign = upright ? 1 : -1;
    return {
      point: [found.point[0] - Math.sin(angle) * offset * sign, found.point[1] + Math.cos(angle) * offset * sign],
      angle: Math.atan2(Math.sin(angle), Math.cos(angle)),
    };
  };
  const height = look.size * 1.1;
  if (!upright) {
    const first = place(setting.steps[0] ?? 0);
    const middle = place(total / 2);
    const last = place(total - (setting.steps.at(-1) ?? 0));
    const chord = Math.atan2(last.point[1] - first.point[1], last.point[0] - first.point[0]);
    const bent = Math.max(Math.abs(first.angle - chord), Math.abs(last.angle - chord)) > UPRIGHT_ENOUGH;
    if (!bent && look.spread <= 1.12 && look.spacing === 0) {
      const boxes: Box[] = [];
      const ends = apart ? height : 0;
      for (let along = height / 2 - ends; along < total + ends; along += height * 0.8)
        boxes.push(boxAround(place(along).point, height, height));
      return { texts: [textAt(request, request.text, middle.point, chord)], boxes };
    }
  }
  const texts: TextPrimitive[] = [];
  const boxes: Box[] = [];
  for (const end of apart ? [-height * 0.8, total + height * 0.8] : [])
    boxes.push(boxAround(place(end).point, height, height));
  let along = 0;
  setting.glyphs.forEach((glyph, index) => {
    const step = setting.steps[index] ?? look.size;
    const { point, angle } = place(along + step / 2);
    along += step;
    if (glyph.trim() === "") return;
    texts.push(textAt(request, glyph, point, upright ? 0 : angle));
    boxes.push(boxAround(point, Math.max(height, upright ? height : step), height));
  });
  return { texts, boxes };
}
