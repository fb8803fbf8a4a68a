import type { PlanFeature } from "../api/types.ts";
import type { Primitive } from "../symbols/primitives.ts";
import { drawingOf } from "../symbols/style.ts";
import type { FeatureRef } from "../viewport/map-link.ts";
import type { HitTarget, SceneContext } from "./scene/context.ts";
import { type Highlight, highlight, type Weight } from "./scene/highlight.ts";
import { builderOf, onlySelected } from "./scene/scene.ts";

/** What one feature looks like when it stands out: an outline over everything, and nothing over what lies in it. */
export type Painted = {
  context: SceneContext;
  hits: readonly HitTarget[];
  collections: ReadonlyMap<string, readonly PlanFeature[]>;
};

export function highlightOf(
  { context, hits, collections }: Painted,
  ref: FeatureRef,
  weight: Weight,
  /** Finds what the scene does not hold: a feature of the tiles, or one that was fetched. */
  find: (ref: FeatureRef) => PlanFeature | null,
): Highlight | null {
  // The circle of a park is painted in its own layer; its badge stands for it here.
  const targets = hits.filter(
    ({ ref: own, kind }) =>
      own.collection === ref.collection &&
      own.code === ref.code &&
      !(kind === "line" && drawingOf(ref.collection) === "park"),
  );
  const features = collections.get(ref.collection) ?? [];
  const held = targets.length > 0 ? features.find((entry) => entry.id === ref.code) : undefined;
  const feature = held ?? (context.tiled?.has(ref.collection) ? find(ref) : null);
  if (!feature) return null;
  const only = onlySelected({ ...context, selected: { collection: ref.collection, code: ref.code } });
  const alone = builderOf(ref.collection, [feature])(only, held ? features : [feature], collections);
  const isArea = feature.geometry?.type.endsWith("Polygon") ?? false;
  const shown = (held ? targets : alone.hits).map((target) =>
    // The zone is pressed at its boundary, and is an area all the same.
    isArea && target.kind === "line" ? { ...target, kind: "area" as const, reach: 0 } : target,
  );
  // A point keeps the place it was fanned out to.
  const isPoint = shown.every((target) => target.kind === "point");
  const own = isPoint ? moved(alone.over, alone.hits[0], shown[0]) : [...alone.under, ...alone.over];
  return highlight(context, shown, own, weight);
}

/** A painting shifted from where it would stand alone to where it stands among the others. */
function moved(primitives: readonly Primitive[], from: HitTarget | undefined, to: HitTarget | undefined): Primitive[] {
  const a = from?.lines[0]?.[0];
  const b = to?.lines[0]?.[0];
  if (!a || !b) return [...primitives];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  return primitives.map((primitive) => {
    if (primitive.kind === "path")
      return {
        ...primitive,
        lines: primitive.lines.map((points) => points.map(([x, y]) => [x + dx, y + dy] as const)),
      };
    if (primitive.kind === "group") return { ...primitive, children: moved(primitive.children, from, to) };
    return { ...primitive, at: [primitive.at[0] + dx, primitive.at[1] + dy] };
  });
}
