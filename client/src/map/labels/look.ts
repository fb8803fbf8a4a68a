import { colour, type LabelStyle } from "../../symbols/style.ts";
import type { SceneContext } from "../scene/context.ts";
import type { LabelLook } from "./request.ts";

/** A label style of the catalogue for this screen; null below its zoom. */
export function labelLook(context: SceneContext, style: LabelStyle, inkName?: string): LabelLook | null {
  if (style.min_zoom !== undefined && context.zoom < style.min_zoom) return null;
  const scale = (context.compact ? 0.9 : 1) * Math.min(1.15, Math.max(0.85, 2 ** ((context.zoom - 12.4) * 0.12)));
  const size = Math.max(10.5, style.size * scale);
  const english = context.language === "en";
  return {
    size: english ? size * 0.94 : size,
    weight: style.weight,
    family: style.family ?? "sans",
    colour: colour(context.theme, inkName ?? style.colour),
    halo:
      style.halo > 0 ? { colour: colour(context.theme, "halo"), width: style.halo + (context.raster ? 1 : 0) } : null,
    slant: style.slant ?? 0,
    spacing: english ? Math.floor((style.spacing ?? 0) / 3) : (style.spacing ?? 0),
    spread: english ? 1 : (style.spread ?? 1.12),
    second: english || context.zoom < 11.25 ? 0 : Math.max(0, (style.second ?? 0) * scale),
  };
}
