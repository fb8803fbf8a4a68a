import { type Box, clipLine, lengthOf, walker } from "../../geo/line.ts";
import type { Point } from "../../symbols/primitives.ts";
import { boxAround, type Candidate, type Measure, textAt } from "./block.ts";
import type { LabelPlace, LabelRequest } from "./request.ts";

/** Names along a line: upright glyphs one below the other on steep lines (垂直字列), turned with the line on others. */

const STEEP = Math.PI / 4;
const SHARPEST = 1.15;
const STRAIGHT_ENOUGH = 0.12;
const MOST_OF_LINE = 0.98;

const FRACTIONS = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.12, 0.88];
const BESIDE_FRACTIONS = [0.74, 0.26, 0.68, 0.32, 0.8, 0.2, 0.62, 0.38, 0.86, 0.14, 0.56, 0.44, 0.5];
/** A long name beside an axis is rather a little smaller than absent. */
const SMALLER = 0.84;

export function* alongLine(
  request: LabelRequest,
  place: Extract<LabelPlace, { kind: "line" }>,
  view: Box,
  measure: Measure,
): Generator<Candidate> {
  const parts = place.lines
    .flatMap((line) => clipLine(line, view))
    .map((points) => ({ points, length: lengthOf(points) }))
    .sort((a, b) => b.length - a.length);
  const sizes = (place.beside > 0 ? [1, SMALLER] : [1]).map((shrink) => {
    const small = shrink === 1 ? request : { ...request, look: { ...request.look, size: request.look.size * shrink } };
    return { small, writings: writingsOf(small, measure) };
  });
  for (const { points } of parts.slice(0, 3)) {
    const walk = walker(points);
    for (const { small, writings } of sizes) {
      // Too short for the name however it is written.
      if (Math.min(writings.upright.total, writings.turned.total) > walk.length * MOST_OF_LINE) continue;
      for (const fraction of place.beside > 0 ? BESIDE_FRACTIONS : FRACTIONS) {
        yield* aroundFraction(small, place, walk, fraction, writings);
      }
    }
  }
}

type Writing = { steps: number[]; total: number };
type Writings = { glyphs: string[]; upright: Writing; turned: Writing };

/** How far each glyph takes the name along the line. */
function writingsOf({ text, look }: LabelRequest, measure: Measure): Writings {
  const glyphs = [...text];
  const spread = look.spread > 1.12 ? look.spread : 1;
  const writing = (stepOf: (glyph: string) => number): Writing => {
    const steps = glyphs.map(stepOf);
    return { steps, total: steps.reduce((sum, step) => sum + step, 0) };
  };
  return {
    glyphs,
    upright: writing(() => look.size * Math.max(1.1, look.spread)),
    turned: writing((glyph) => measure(glyph, look) * spread + look.spacing),
  };
}

/** The name about one place of the line: on it, or on either side. */
function* aroundFraction(
  request: LabelRequest,
  place: Extract<LabelPlace, { kind: "line" }>,
  { at, length }: ReturnType<typeof walker>,
  fraction: number,
  writings: Writings,
): Generator<Candidate> {
  const { look } = request;
  const { angle } = at(length * fraction);
  const slope = Math.abs(Math.atan(Math.tan(angle)));
  const upright = place.glyphs === "upright" || (place.glyphs === "steep-upright" && slope > STEEP);
  // Read downwards on steep lines, left to right on others, whichever way the line was drawn.
  const backwards = upright && slope > STEEP ? Math.sin(angle) < 0 : Math.cos(angle) < 0;
  const { steps, total } = upright ? writings.upright : writings.turned;
  if (total > length * MOST_OF_LINE) return;
  const start = Math.min(Math.max(length * fraction - total / 2, 0), length - total);
  if (turnOver(at, start, total) > SHARPEST) return;
  for (const side of place.beside > 0 ? [1, -1] : [0]) {
    const offset = side * (place.beside + look.size * 0.66);
    const { glyphs } = writings;
    yield setAlong(request, at, { glyphs, steps, start, total, backwards, upright, offset, apart: place.apart });
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

/** Glyphs one after the other along the line; a straight enough stretch becomes one run, which paints faster. */
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
    const bent = Math.max(Math.abs(first.angle - chord), Math.abs(last.angle - chord)) > STRAIGHT_ENOUGH;
    if (!bent && look.spread <= 1.12 && look.spacing === 0)
      return {
        *boxes() {
          const ends = apart ? height : 0;
          for (let along = height / 2 - ends; along < total + ends; along += height * 0.8)
            yield boxAround(place(along).point, height, height);
        },
        texts: () => [textAt(request, request.text, middle.point, chord)],
      };
  }
  function* runs(): Generator<{ glyph: string; step: number; point: Point; angle: number }> {
    let along = 0;
    for (const [index, glyph] of setting.glyphs.entries()) {
      const step = setting.steps[index] ?? look.size;
      if (glyph.trim() !== "") yield { glyph, step, ...place(along + step / 2) };
      along += step;
    }
  }
  return {
    *boxes() {
      for (const end of apart ? [-height * 0.8, total + height * 0.8] : [])
        yield boxAround(place(end).point, height, height);
      for (const { step, point } of runs()) yield boxAround(point, Math.max(height, upright ? height : step), height);
    },
    texts: () => [...runs()].map(({ glyph, point, angle }) => textAt(request, glyph, point, upright ? 0 : angle)),
  };
}
