import type { Point } from "../../symbols/primitives.ts";
import type { FeatureRef } from "../../viewport/map-link.ts";

/** What a layer wants written, before anybody knows where there is room. */

export type LabelLook = {
  size: number;
  weight: number;
  family: "sans" | "song";
  colour: string;
  halo: { colour: string; width: number } | null;
  slant: number;
  /** Extra pixels between the glyphs of a straight run. */
  spacing: number;
  /** Along a line, distance from glyph to glyph in sizes. */
  spread: number;
  /** Size of the English second line; 0 for none. */
  second: number;
};

export type Side =
  | "centre"
  | "below"
  | "above"
  | "right"
  | "left"
  | "below-far"
  | "above-far"
  | "below-right"
  | "above-right"
  | "below-left"
  | "right-lower"
  | "right-upper"
  | "left-lower"
  | "left-upper"
  | "above-left";

export type LabelPlace =
  /** Around a point with a sign of radius `clear`. */
  | { kind: "point"; at: Point; clear: number; sides: readonly Side[] }
  /** Inside an area: around its centre, then anywhere the grid of the area has room. */
  | { kind: "area"; rings: readonly (readonly Point[])[]; centre: Point }
  /** Along a line; `beside` pixels from it, `glyphs` upright on steep lines or everywhere, or turned with the line. */
  | {
      kind: "line";
      lines: readonly (readonly Point[])[];
      beside: number;
      glyphs: "steep-upright" | "upright" | "turned";
      /** Keeps an empty place before and after: two names along one line stay two names. */
      apart: boolean;
    };

export type LabelRequest = {
  ref: FeatureRef | null;
  priority: number;
  /** Breaks ties: stable from run to run. */
  key: string;
  text: string;
  second?: string;
  look: LabelLook;
  place: LabelPlace;
  opacity: number;
  /** Written on a surface that points to the sign it belongs to; a press on it is no press on the feature. */
  bubble?: {
    of: FeatureRef;
    /** What is written where there is no room for the text, the longest first. */
    shorter: readonly string[];
    /** What it says at length, wherever there is room for it. */
    full: string;
    ground: string;
    line: string;
  };
  /** Rather another name moves than that this one is left out. */
  insists?: boolean;
};
