import type { PlanFeature } from "../../api/types.ts";
import { labelStyle } from "../../symbols/style.ts";
import { labelLook } from "../labels/look.ts";
import type { LabelPlace, LabelRequest } from "../labels/request.ts";
import { isSelected, nameOf, type SceneContext } from "./context.ts";

/** The request for a feature's own name in a style of the catalogue; nothing below the style's zoom. */
export function nameLabel(
  context: SceneContext,
  collection: string,
  feature: PlanFeature,
  style: string,
  place: LabelPlace,
  options: { ink?: string; strength?: number; raise?: number; insists?: boolean } = {},
): LabelRequest[] {
  if (context.nameless) return [];
  const entry = labelStyle(style);
  const selected = isSelected(context, collection, feature.id);
  // Whatever is selected is named, at every zoom and before anything else.
  const look = labelLook(context, selected ? { ...entry, min_zoom: 0 } : entry, options.ink);
  if (!look) return [];
  const name = nameOf(context, feature);
  const first = selected ? 100 : 0;
  // What only stands beside the selection keeps its name as it is.
  const faded = (options.strength ?? 1) < (context.beside ?? 1);
  return [
    {
      ref: { collection, code: feature.id },
      priority: entry.priority + first + (options.raise ?? 0) - (faded ? 0.5 : 0),
      key: `${collection}/${feature.id}`,
      text: name.text,
      ...(look.second > 0 && name.second ? { second: name.second } : {}),
      look,
      place,
      opacity: faded ? 0.55 : 1,
      ...(options.insists ? { insists: true } : {}),
    },
  ];
}
