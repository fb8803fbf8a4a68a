import { vocabularies } from "../catalogue.ts";
import { featureName, inLanguage } from "../i18n/names.ts";
import { t } from "../i18n/t.ts";
import { collections, definitionOf } from "../state/plan.ts";
import type { Hit } from "../state/search.ts";
import { language } from "../state/view.ts";
import { FeatureSwatch } from "./swatch.tsx";

/** Examples are names the data holds, so that each of them finds something. */
const EXAMPLE_COLLECTIONS = ["core-city", "parks", "axes", "water-areas"];

export function collectionTitle(collection: string): string {
  const definition = definitionOf(collection);
  return definition ? inLanguage(definition.title) : collection;
}

export function HitRow({
  hit,
  index,
  active,
  choose,
}: {
  hit: Hit;
  index: number;
  active: number;
  choose: (hit: Hit) => void;
}) {
  const name = featureName(hit.feature);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field (ARIA combobox)
    <div
      id={`hit-${index}`}
      class="search-hit"
      role="option"
      aria-selected={index === active}
      onClick={() => choose(hit)}
    >
      <FeatureSwatch collection={hit.collection} feature={hit.feature} />
      <span class="search-name">{name}</span>
      {hit.matched !== name && <span class="search-alias">{hit.matched}</span>}
      {hit.feature.geometry === null && <span class="search-alias">{t("placement.unplaced")}</span>}
    </div>
  );
}

function examples(): string[] {
  const names = EXAMPLE_COLLECTIONS.flatMap((id) => {
    const feature = collections.value.get(id)?.[0];
    return feature ? [featureName(feature)] : [];
  });
  const chain = vocabularies.get("industry_chain")?.terms[0];
  return chain ? [...names, chain[language.value]] : names;
}

export function Examples({ write }: { write: (text: string) => void }) {
  return (
    <div class="search-empty">
      <p class="note">{t("search.examples")}</p>
      <div class="search-examples">
        {examples().map((name) => (
          <button key={name} type="button" class="button" onClick={() => write(name)}>
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}

export function NothingFound({ text, write }: { text: string; write: (text: string) => void }) {
  return (
    <div class="search-empty" role="status">
      <p>{t("search.none", { text })}</p>
      <Examples write={write} />
    </div>
  );
}
