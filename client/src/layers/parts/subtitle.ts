import type { PlanFeature } from "../../api/types.ts";
import type { CollectionDefinition } from "../../catalogue.ts";
import type { LayerCount } from "../../features/collection-features.ts";
import { formatNumber } from "../../language/format.ts";
import { featureName, inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";

/** Up to this many names say what a layer is; beyond that a name of the numbering does. */
const NAMES_SHOWN = 3;

/** Of how many the number is a part, how many have no place; then the names of a few, or what the badges number. */
export function subtitle(
  definition: CollectionDefinition,
  features: readonly PlanFeature[] | undefined,
  count: LayerCount | null,
): string {
  const number = (value: number) => formatNumber(value, language.value);
  const numbering = definition.properties.find(({ name }) => name === "number");
  const said: string[] = [];
  if (count?.total != null && count.matched < count.total) said.push(t("layers.total", { total: number(count.total) }));
  if (count && count.unplaced > 0) said.push(t("layers.unplaced", { count: number(count.unplaced) }));
  if (features && features.length > 0 && features.length <= NAMES_SHOWN) said.push(...features.map(featureName));
  else if (features && numbering) said.push(inLanguage(numbering.title));
  return said.join(" · ");
}
