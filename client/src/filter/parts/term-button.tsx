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
  class: string;
  children: ComponentChildren;
};

/** A term of a vocabulary that the filter can hold. */
export function TermButton({ property, code, name, count, class: look, children }: Props) {
  return (
    <button
      type="button"
      class={`term ${look}`}
      aria-pressed={filter.value[property].includes(code)}
      aria-label={count === null ? name : t("chains.chip", { name, count })}
      data-empty={count === 0}
      onClick={() => toggleFilter(property, code)}
    >
      {children}
      <span class="term-count" aria-hidden="true">
        {count === null ? "–" : compactNumber(count, pageLanguage.value)}
      </span>
    </button>
  );
}
