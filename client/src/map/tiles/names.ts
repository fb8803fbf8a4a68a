import type { PlanFeature } from "../../api/types.ts";
import type { Box } from "../../geo/line.ts";
import { layerStyle } from "../../symbols/style.ts";
import type { FeatureRef } from "../../viewport/map-link.ts";
import type { LabelRequest } from "../labels/request.ts";
import { pointOf, type SceneContext } from "../scene/context.ts";
import { nameLabel } from "../scene/label.ts";
import { signRadius } from "../scene/points.ts";
import { builderOf } from "../scene/scene.ts";
import { featureOf } from "./columns.ts";
import { featuresWithin, type VisibleLayer } from "./press.ts";

/** What of the shown tiles is named and listed: always a bounded number, however many features there are. */

const NAMED = { point: 120, line: 80, area: 60 } as const;
/** So many signs leave no room for a name. */
const CROWDED = 1500;
const LISTED = 100;

export type TileNames = {
  labels: LabelRequest[];
  /** Boxes of the signs, which no name may cover. */
  obstacles: Box[];
  /** What can be listed, and how many there are in the view in all. */
  listed: (FeatureRef & { feature: PlanFeature })[];
  inView: number;
};

export function nameTiles(context: SceneContext, layers: readonly VisibleLayer[], view: Box): TileNames {
  const names: TileNames = { labels: [], obstacles: [], listed: [], inView: 0 };
  for (const [collection, found] of featuresWithin(layers, view)) {
    const [first] = found;
    if (!first) continue;
    const { kind } = first.source.layer.columns;
    names.inView += found.length;
    const most = kind === "point" && found.length > CROWDED ? 0 : NAMED[kind];
    const features = found.slice(0, Math.max(most, LISTED)).map(({ source, index }) => {
      const feature = featureOf(source.layer.columns, index, source.tile.address);
      return { feature, ref: { collection, code: feature.id, feature } };
    });
    names.listed.push(...features.slice(0, LISTED).map(({ ref }) => ref));
    const named = features.slice(0, most).map(({ feature }) => feature);
    if (kind === "point") {
      const r = signRadius(context, collection);
      if (most > 0) names.obstacles.push(...found.map(({ source, index }) => boxOfSign(source, index, r)));
      for (const feature of named) names.labels.push(...pointLabel(context, collection, feature, r));
    } else if (named.length > 0) {
      names.labels.push(...builderOf(collection, named)(context, named, new Map()).labels);
    }
  }
  return names;
}

function pointLabel(context: SceneContext, collection: string, feature: PlanFeature, r: number): LabelRequest[] {
  const at = pointOf(context, feature.geometry);
  if (!at) return [];
  return nameLabel(context, collection, feature, layerStyle(collection, "Point").label ?? "point", {
    kind: "point",
    at,
    clear: r * 1.25,
    sides: ["right", "below", "left", "above"],
  });
}

function boxOfSign({ layer, placing }: VisibleLayer, index: number, r: number): Box {
  const x = (layer.columns.coordinates[index * 2] as number) * placing.scale + placing.dx;
  const y = (layer.columns.coordinates[index * 2 + 1] as number) * placing.scale + placing.dy;
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}
