import type { Box } from "../geo/line.ts";
import { boxOf, overlap } from "../geo/polygon.ts";
import { labelStyle, layerStyle } from "../symbols/style.ts";
import type { FeatureRef } from "../viewport/map-link.ts";
import type { HitTarget } from "./scene/context.ts";

const BY_NUMBER = new Intl.Collator("en", { numeric: true });

/** What can be seen now, by the priority of the names, then in the order of the codes: the listbox of the map. */
export function featuresInView<Ref extends FeatureRef>(
  targets: readonly HitTarget[],
  view: Box,
  more: readonly Ref[] = [],
): (FeatureRef | Ref)[] {
  const seen = new Map<string, FeatureRef | Ref>(more.map((ref) => [`${ref.collection}/${ref.code}`, ref]));
  for (const { ref, lines, reach } of targets) {
    const key = `${ref.collection}/${ref.code}`;
    if (seen.has(key)) continue;
    const box = boxOf(lines);
    const grown = {
      left: box.left - reach,
      top: box.top - reach,
      right: box.right + reach,
      bottom: box.bottom + reach,
    };
    if (overlap(grown, view)) seen.set(key, ref);
  }
  const rank = ({ collection }: FeatureRef) => labelStyle(layerStyle(collection).label ?? "neighbour").priority;
  return [...seen.values()].sort(
    (a, b) => rank(b) - rank(a) || BY_NUMBER.compare(`${a.collection}/${a.code}`, `${b.collection}/${b.code}`),
  );
}
