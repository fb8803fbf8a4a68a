import { collectionDefinitions, vocabularies } from "../../catalogue.ts";
import { Icon } from "../../controls/icons.tsx";
import { FeatureSwatch } from "../../controls/swatch.tsx";
import { collections } from "../../features/plan.ts";
import { collectionTitle, featureName, inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { Excerpt } from "../../reading/excerpt.tsx";
import { shortLocator } from "../../reading/locator-text.ts";
import { searchText } from "../view.ts";
import type { Hit } from "./held-search.ts";
import { findInText } from "./search-choose.ts";
import type { Row, RowGroup } from "./search-rows.ts";

const MOST_EXAMPLES = 4;
/** Examples are names the data holds, so that each of them finds something: of the collections that the package says, or of any. */
const said = collectionDefinitions.filter(({ search_example }) => search_example !== undefined);
const exampleCollections = (said.length > 0 ? said : [...collectionDefinitions])
  .sort((a, b) => (a.search_example ?? 0) - (b.search_example ?? 0))
  .map(({ id }) => id);

/** What kind of word it is: a term of a vocabulary, a layer, else a heading of the plan's text. */
function vocabularyTitle(vocabulary: string): string {
  const title = vocabularies.get(vocabulary === "product" ? "industry_chain" : vocabulary)?.title;
  if (title) return inLanguage(title);
  if (vocabulary === "policy") return t("policies.title");
  return t(vocabulary === "collection" ? "tabs.layers" : "tabs.text");
}

type Group = RowGroup["name"];
const GROUP_KEYS = {
  exact: "search.group_terms",
  parks: "search.group_parks",
  features: "search.group_features",
  more: "search.group_more",
  text: "search.group_text",
  terms: "search.group_terms",
} as const;
export const groupTitle = (name: Group): string => t(GROUP_KEYS[name]);

type RowProps = { row: Row; index: number; active: number; choose: (row: Row) => void };

export function ResultRow({ row, index, active, choose }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field (ARIA combobox)
    <div
      id={`hit-${index}`}
      class="search-hit"
      data-kind={row.kind}
      role="option"
      aria-selected={index === active}
      onClick={() => choose(row)}
    >
      {row.kind === "feature" ? (
        <FeatureWords hit={row.hit} />
      ) : row.kind === "text" ? (
        <>
          <Icon name="book" size={16} />
          <span class="search-sentence">
            <Excerpt hit={row.hit} />
            <small>
              {shortLocator(row.hit.paragraph, language.value)} · {t("reading.page", { page: row.hit.page })}
            </small>
          </span>
        </>
      ) : (
        <>
          <Icon name={row.hit.vocabulary === "policy" ? "policies" : "filter"} size={16} />
          <span class="search-name">{inLanguage(row.hit)}</span>
          <span class="search-alias">{vocabularyTitle(row.hit.vocabulary)}</span>
        </>
      )}
    </div>
  );
}

function FeatureWords({ hit }: { hit: Hit }) {
  const name = featureName(hit.feature);
  return (
    <>
      <FeatureSwatch collection={hit.collection} feature={hit.feature} />
      <span class="search-name">{name}</span>
      <span class="search-alias">
        {[
          ...(hit.matched !== name ? [hit.matched] : []),
          collectionTitle(hit.collection),
          ...(hit.feature.geometry === null ? [t("placement.unplaced")] : []),
        ].join(" · ")}
      </span>
    </>
  );
}

/** From the box to the reading pane, with the same words. */
export function AllInText({ total, close }: { total: number; close: () => void }) {
  if (total === 0) return null;
  const press = () => {
    close();
    findInText(searchText.value);
  };
  return (
    <button type="button" class="button button-quiet search-all" onClick={press}>
      <Icon name="book" size={15} />
      {t("search.all_text", { count: total })}
    </button>
  );
}

/** Nothing has all the words: what is listed has some. */
export function OnlyParts({ parts }: { parts: readonly string[] }) {
  if (parts.length === 0) return null;
  return (
    <p class="search-empty note" role="status">
      {t("search.parts", { words: parts.join(t("list.separator")) })}
    </p>
  );
}

/** Of very many features the imported ones cannot be looked for in every way. */
export function OnlyBeginnings({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <p class="search-empty note">{t("search.beyond", { names: of.map(collectionTitle).join(t("list.separator")) })}</p>
  );
}

function examples(): string[] {
  const names = exampleCollections.flatMap((id) => {
    const feature = collections.value.get(id)?.[0];
    return feature ? [featureName(feature)] : [];
  });
  const chain = vocabularies.get("industry_chain")?.terms[0];
  return [...names.slice(0, MOST_EXAMPLES), ...(chain ? [inLanguage(chain)] : [])];
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

type NothingProps = { text: string; write: (text: string) => void; suggestion: string | null };

export function NothingFound({ text, write, suggestion }: NothingProps) {
  return (
    <div class="search-empty" role="status">
      <p>{t("search.none", { text })}</p>
      {suggestion && (
        <button type="button" class="button" onClick={() => write(suggestion)}>
          {t("search.suggestion", { text: suggestion })}
        </button>
      )}
      <Examples write={write} />
    </div>
  );
}
