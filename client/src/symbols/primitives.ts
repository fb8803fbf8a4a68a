/** What both painters (canvas on screen, SVG in legend and print) paint: plain data in pixels, no DOM. */

export type Point = readonly [x: number, y: number];

/** A flat colour, or a pattern laid over nothing (paint the tint below it as its own path). */
export type Pattern = { pattern: "hatch" | "waves" | "reeds"; colour: string };
export type Paint = string | Pattern;

export type Stroke = { paint: Paint; width: number; dash?: readonly number[]; cap?: CanvasLineCap; opacity?: number };

export type PathPrimitive = {
  kind: "path";
  lines: readonly (readonly Point[])[];
  closed: boolean;
  fill?: Paint;
  fillOpacity?: number;
  stroke?: Stroke;
};
export type DiscPrimitive = {
  kind: "disc";
  at: Point;
  r: number;
  fill?: string;
  fillOpacity?: number;
  stroke?: Stroke;
};
/** A drawn sign: SVG path data in a box of `box` units, centred on `at` and scaled to `size`. */
export type GlyphPrimitive = { kind: "glyph"; d: string; box: number; at: Point; size: number; fill: string };
export type TextPrimitive = {
  kind: "text";
  text: string;
  /** Anchor: the middle of the run, vertically centred on the glyphs. */
  at: Point;
  size: number;
  weight: number;
  family: "sans" | "song";
  colour: string;
  halo?: { colour: string; width: number };
  /** Radians, clockwise. */
  angle?: number;
  /** Degrees the glyphs lean to the left: names of water. */
  slant?: number;
};
/** `isolate`: blend the children first, so that casings do not shine through their fills. */
export type GroupPrimitive = {
  kind: "group";
  opacity: number;
  isolate?: boolean;
  clip?: readonly (readonly Point[])[];
  children: readonly Primitive[];
};
export type Primitive = PathPrimitive | DiscPrimitive | GlyphPrimitive | TextPrimitive | GroupPrimitive;

export const SANS = 'Inter, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", sans-serif';
export const SONG = '"Songti SC", "Noto Serif CJK SC", serif';

export function area(lines: readonly (readonly Point[])[], fill: Paint, fillOpacity = 1): PathPrimitive {
  return { kind: "path", lines, closed: true, fill, fillOpacity };
}

export function outline(lines: readonly (readonly Point[])[], stroke: Stroke): PathPrimitive {
  return { kind: "path", lines, closed: true, stroke };
}

export function line(lines: readonly (readonly Point[])[], stroke: Stroke): PathPrimitive {
  return { kind: "path", lines, closed: false, stroke };
}

export function group(opacity: number, children: readonly Primitive[], isolate = false): Primitive[] {
  if (children.length === 0) return [];
  return opacity >= 1 ? [...children] : [{ kind: "group", opacity, isolate, children }];
}

export function clipped(clip: readonly (readonly Point[])[], children: readonly Primitive[]): GroupPrimitive {
  return { kind: "group", opacity: 1, clip, children };
}
