import type { PlanFeature } from "../../api/types.ts";
import { labelStyle } from "../../symbols/style.ts";
import { labelLook } from "../labels/look.ts";
import type { LabelPlace, LabelRequest, Side } from "../labels/request.ts";
import { ink, type SceneContext } from "./context.ts";

const SIDES: readonly Side[] = [
  ...(["right", "left", "right-upper", "right-lower", "left-upper", "left-lower"] as const),
  ...(["above-right", "below-right", "above-left", "below-left", "above", "below", "above-far", "below-far"] as const),
];

/** The request for what stands beside the badge of a park; the number alone where there is no room, as on a phone. */
export function bubbleLabel(
  context: SceneContext,
  collection: string,
  feature: PlanFeature,
  { at, clear }: Extract<LabelPlace, { kind: "point" }>,
): LabelRequest[] {
  const bubble = context.bubbles?.get(feature.id);
  const style = labelStyle("bubble");
  const look = bubble && !context.nameless ? labelLook(context, style) : null;
  if (!bubble || !look) return [];
  return [
    {
      ref: null,
      priority: style.priority,
      key: `${collection}/${feature.id}/bubble`,
      text: context.compact ? bubble.short : bubble.text,
      look: { ...look, second: 0 },
      place: {
        kind: "point",
        at,
        clear: clear + 3,
        sides: SIDES,
      },
      opacity: 1,
      insists: true,
      bubble: {
        of: { collection, code: feature.id },
        shorter: context.compact ? [bubble.number] : [bubble.short, bubble.number],
        full: bubble.text,
        ground: ink(context, "paper"),
        line: ink(context, "neutral"),
      },
    },
  ];
}
