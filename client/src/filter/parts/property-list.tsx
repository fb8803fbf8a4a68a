import { useSignal } from "@preact/signals";
import { allProperties, type PropertyDefinition, vocabularies, type Words } from "../../catalogue.ts";
import { inLanguage } from "../../language/names.ts";
import { type Key, t } from "../../language/t.ts";

type Queryable = { name: string; title: Words | null; kind: Kind; vocabulary: string | null };
type Kind = "text" | "number" | "code" | "codes" | "geometry";

const OPERATORS = ["=", "<>", "<", ">", "<=", ">=", "AND", "OR", "NOT", "IN (", ")", "LIKE", "BETWEEN", "IS NULL"];
const kinds: Readonly<Record<string, Kind>> = { integer: "number", number: "number", code: "code", codes: "codes" };

/** Every property that a filter may name, once, those of all layers first. */
const queryables: readonly Queryable[] = (() => {
  const found = new Map<string, Queryable>();
  const add = ({ name, type, title, vocabulary, queryable }: PropertyDefinition) => {
    if (queryable && !found.has(name))
      found.set(name, { name, title, kind: kinds[type] ?? "text", vocabulary: vocabulary ?? null });
  };
  for (const property of allProperties) add(property);
  return [...found.values(), { name: "geometry", title: null, kind: "geometry", vocabulary: null }];
})();

/** Names, values and operators to put into the text: nobody has to know them by heart. */
export function PropertyList({ insert }: { insert: (words: string) => void }) {
  const chosen = useSignal<Queryable | null>(null);
  const vocabulary = vocabularies.get(chosen.value?.vocabulary ?? "");
  return (
    <details class="filter-properties">
      <summary>{t("filter.properties")}</summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a labelled row of buttons, not a form */}
      <div class="filter-operators" role="group" aria-label={t("filter.operators")}>
        {OPERATORS.map((operator) => (
          <button
            key={operator}
            type="button"
            aria-label={t("filter.insert", { name: operator })}
            onClick={() => insert(operator)}
          >
            <code>{operator}</code>
          </button>
        ))}
      </div>
      <ul>
        {queryables.map((property) => (
          <li key={property.name}>
            <button
              type="button"
              class="filter-property"
              aria-pressed={chosen.value === property}
              onClick={() => {
                chosen.value = property;
                insert(property.name);
              }}
            >
              <code>{property.name}</code>
              <span>{property.title ? inLanguage(property.title) : t("filter.geometry")}</span>
              <small>{t(`filter.type_${property.kind}` as Key)}</small>
            </button>
          </li>
        ))}
      </ul>
      {vocabulary && chosen.value?.title && (
        // biome-ignore lint/a11y/useSemanticElements: a labelled row of buttons, not a form
        <div
          class="filter-values"
          role="group"
          aria-label={t("filter.values", { name: inLanguage(chosen.value.title) })}
        >
          {vocabulary.terms.map((term) => (
            <button
              key={term.code}
              type="button"
              aria-label={t("filter.insert", { name: inLanguage(term) })}
              onClick={() => insert(`'${term.code}'`)}
            >
              {inLanguage(term)} <code>{term.code}</code>
            </button>
          ))}
        </div>
      )}
    </details>
  );
}
