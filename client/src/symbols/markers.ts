import type { PlanFeature } from "../api/types.ts";
import { term, vocabularies } from "../catalogue.ts";
import { GLYPH_BOX, glyphs } from "./glyphs.ts";
import type { Point, Primitive, TextPrimitive } from "./primitives.ts";
import { area, outline } from "./primitives.ts";
import { colour, symbols, type ThemeName } from "./style.ts";

/** Shape says the status, colour and character say the chain (design principle 7). */

export type MarkerLook = {
  shape: string;
  /** The colour of the ring or fill. */
  ink: string;
  ground: string;
  char?: string | undefined;
  /** Inferred place: never filled, whatever the status. */
  hollow?: boolean;
};

/** Colour and character of a term; outside the ten chains a marker is neutral and bare. */
export function inkOf(vocabulary: string, code: string | null | undefined, theme: ThemeName): string {
  const entry = code ? term(vocabulary, code) : undefined;
  return entry?.colour?.[theme] ?? colour(theme, "neutral");
}

export function shapeOf(planStatus: string): string {
  return term("plan_status", planStatus)?.shape ?? "ring";
}

/** The character of a point: of its chain, or of the kind its collection has (facility_kind …). */
export function characterOf(feature: PlanFeature): string | undefined {
  const chain = feature.properties.industry_chain;
  if (chain) return term("industry_chain", chain)?.char;
  for (const name of vocabularies.keys()) {
    const code = feature.properties[name];
    const char = typeof code === "string" ? term(name, code)?.char : undefined;
    if (char) return char;
  }
  return undefined;
}

export function roundedSquare([x, y]: Point, half: number, corner: number): Point[] {
  const points: Point[] = [];
  const arc: [number, number, number][] = [
    [1, -1, -90],
    [1, 1, 0],
    [-1, 1, 90],
    [-1, -1, 180],
  ];
  for (const [sx, sy, from] of arc) {
    for (let step = 0; step <= 4; step++) {
      const angle = ((from + step * 22.5) * Math.PI) / 180;
      points.push([
        x + sx * (half - corner) + corner * Math.cos(angle),
        y + sy * (half - corner) + corner * Math.sin(angle),
      ]);
    }
  }
  return points;
}

function character(at: Point, text: string, size: number, ink: string): TextPrimitive {
  return { kind: "text", text, at, size, weight: 700, family: "sans", colour: ink };
}

/** The marker of a project, site label or legend row, with its casing in the colour of the ground. */
export function marker(at: Point, r: number, look: MarkerLook, casing = 1.5): Primitive[] {
  const { ink, ground, char, hollow } = look;
  const line = Math.max(1.4, r * 0.22);
  const text = (color: string, size = r * 1.15, dy = 0) =>
    char ? [character([at[0], at[1] + dy], char, size, color)] : [];
  const cased = (ring: Point[], stroke: { width: number; dash?: readonly number[] }, fill: string): Primitive[] => [
    {
      kind: "path",
      lines: [ring],
      closed: true,
      fill: ground,
      stroke: { paint: ground, width: stroke.width + 2 * casing },
    },
    { kind: "path", lines: [ring], closed: true, fill, stroke: { paint: ink, ...stroke } },
  ];
  const shape = symbols.marker_shapes[look.shape];
  if (shape) {
    const ring = shape.outline.map(([x, y]): Point => [at[0] + x * r, at[1] + y * r]);
    const stroke = shape.dash ? { width: line, dash: shape.dash } : { width: line };
    return [...cased(ring, stroke, ground), ...text(ink, r * (shape.char_size ?? 1.15), r * (shape.char_drop ?? 0))];
  }
  switch (look.shape) {
    case "disc":
      return [
        { kind: "disc", at, r: r + casing, fill: ground },
        hollow
          ? { kind: "disc", at, r: r - line / 2, fill: ground, stroke: { paint: ink, width: line } }
          : { kind: "disc", at, r, fill: ink },
        ...text(hollow ? ink : ground),
      ];
    case "half-square": {
      const ring = roundedSquare(at, r * 0.95, r * 0.28);
      const half: Point[] = [
        [at[0] - r * 0.95, at[1] + r * 0.42],
        [at[0] + r * 0.95, at[1] + r * 0.42],
        [at[0] + r * 0.95, at[1] + r * 0.95],
        [at[0] - r * 0.95, at[1] + r * 0.95],
      ];
      return [...cased(ring, { width: line }, ground), area([half], ink), ...text(ink, r * 1.05, -r * 0.22)];
    }
    default:
      return [
        { kind: "disc", at, r: r + casing, fill: ground },
        { kind: "disc", at, r, fill: ground, stroke: { paint: ink, width: line, dash: [1.6, 2.4] } },
        ...text(ink),
      ];
  }
}

/** The plan's own number of a park (box 6-6) in a rounded square. */
export function parkBadge(
  at: Point,
  size: number,
  numeral: number | null,
  theme: ThemeName,
  selected = false,
): Primitive[] {
  const ring = roundedSquare(at, size / 2, size * 0.24);
  const ink = colour(theme, selected ? "selection" : "badge");
  return [
    outline([ring], { paint: colour(theme, "paper"), width: 2.4 }),
    area([ring], ink),
    ...(numeral === null
      ? []
      : [character(at, String(numeral), Math.max(10, size * 0.66), colour(theme, "badge-text"))]),
  ];
}

/** A rank in a search: a circle, where the plan's own number has a square. */
export function rankBadge(at: Point, size: number, rank: number, theme: ThemeName): Primitive[] {
  return [
    { kind: "disc", at, r: size / 2 + 2, fill: colour(theme, "paper") },
    { kind: "disc", at, r: size / 2, fill: colour(theme, "selection") },
    character(at, String(rank), Math.max(11, size * 0.6), colour(theme, "badge-text")),
  ];
}

/** A hub: white sign on a rounded square. */
export function hubSign(at: Point, size: number, glyph: string, theme: ThemeName, selected = false): Primitive[] {
  const ring = roundedSquare(at, size / 2, size * 0.26);
  const d = glyphs[glyph];
  return [
    outline([ring], { paint: colour(theme, "paper"), width: 3 }),
    area([ring], colour(theme, selected ? "selection" : "hub")),
    ...(d
      ? [{ kind: "glyph", d, box: GLYPH_BOX, at, size: size * 0.72, fill: colour(theme, "hub-glyph") } as const]
      : []),
  ];
}
