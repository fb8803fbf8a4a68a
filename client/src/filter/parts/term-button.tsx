import type { ComponentChildren } from "preact";
import { t } from "../../language/t.ts";
import { pageLanguage } from "../../language/view.ts";
import { compactNumber } from "../../symbols/cells.ts";
import { toggleFilter } from "../choose.ts";
import { filter } from "../view.ts";
import "./term-button.css";

type Props = {
  property: "industry_chain" | "plan_status";
  code: string;
  name: string;
  /** How many projects choosing it would show; null before anything is counted: a 0 would be a statement. */
  count: number | null;
  /** How many other features, which are said where there would be no project. */
  others: number;
  class: string;
  children: ComponentChildren;
};

/** A term of a vocabulary that the filter can hold. */
export function TermButton({ property, code, name, count, others, class: look, children }: Props) {
  const isOnlyOthers = count === 0 && others > 0;
  const shown = compactNumber(others, pageLanguage.value);
  const label = isOnlyOthers
    ? t("chains.chip_others", { name, others, shown })
    : t("chains.chip", { name, count: count ?? 0 });
  return (
    <button
      type="button"
      class={`term ${look}`}
      aria-pressed={filter.value[property].includes(code)}
      aria-label={count === null ? name : label}
      title={isOnlyOthers ? label : undefined}
      data-empty={count === 0 && !isOnlyOthers}
      onClick={() => toggleFilter(property, code)}
    >
      {children}
      <span class="term-count" aria-hidden="true">
        {count === null ? "–" : compactNumber(count, pageLanguage.value)}
        {isOnlyOthers && ` +${shown}`}
      </span>
    </button>
  );
}
