import type { Box } from "../../geo/line.ts";
import type { Point, TextPrimitive } from "../../symbols/primitives.ts";
import type { LabelLook, LabelRequest } from "./request.ts";

/**
 * One way to write a label: the boxes it covers, and the runs of text. Most ways come to nothing at their first boxes, so
 * that neither is made before somebody asks.
 */
export type Candidate = { boxes: () => Iterable<Box>; texts: () => TextPrimitive[] };
export type Measure = (text: string, look: Pick<LabelLook, "size" | "weight" | "family">) => number;

export function textAt(
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
export function block(request: LabelRequest, at: Point, measure: Measure, withSecond = true): Candidate {
  const { look } = request;
  const [upper, lower] = twoLines(request);
  if (lower) {
    const up: Point = [at[0], at[1] - look.size * 0.56];
    const down: Point = [at[0], at[1] + look.size * 0.56];
    return {
      texts: () => [textAt(request, upper, up), textAt(request, lower, down)],
      boxes: () => [
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
  const below: Point = [at[0], at[1] - lift + look.size * 0.62 + secondSize * 0.56];
  const air = airOf(request);
  const boxes: Box[] = [boxAround([at[0], at[1] - lift], width + 2 * air.x, look.size * 1.12 + 2 * air.y)];
  if (second) boxes.push(boxAround(below, secondWidth, secondSize * 1.1));
  const texts = () => [
    ...straight(request, [at[0], at[1] - lift], width, measure),
    ...(second ? [textAt(request, second, below, 0, secondSize, 500)] : []),
  ];
  return { texts, boxes: () => boxes };
}

const LONG_NAME = 18;

/** A long English name of an area or park breaks at the space nearest to its middle. */
export function twoLines({ text, place, bubble }: LabelRequest): [string, string?] {
  if (place.kind === "line" || bubble || text.length < LONG_NAME) return [text];
  const spaces = [...text.matchAll(/ /g)]
    .map((match) => match.index)
    .sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  const [middle] = spaces;
  return middle === undefined ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}

/** The widest line of the name. */
export function straightWidth(request: LabelRequest, measure: Measure): number {
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

/** Between a text and the edge of the surface it is written on. */
export const airOf = ({ bubble }: LabelRequest): { x: number; y: number } => (bubble ? { x: 7, y: 3 } : { x: 0, y: 0 });

export const boxAround = ([x, y]: Point, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});
