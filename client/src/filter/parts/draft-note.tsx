import { othersAmong } from "../../answer/others.ts";
import { horizon } from "../../horizon/view.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { PROJECTS } from "../../projects/projects.ts";
import { type DraftState, draft, draftState, isDraftNew } from "../draft.ts";

/** What is known of the text, as it is written: what it matches, or what is wrong with it and where. */
export function DraftNote() {
  const state = draftState.value;
  return (
    <p id="filter-text-note" class="filter-text-note" data-state={state.kind} role="status">
      {words(state)}
      {state.kind !== "wrong" && isDraftNew.value && <span>{t("filter.keys")}</span>}
    </p>
  );
}

function words(state: DraftState): string {
  switch (state.kind) {
    case "empty":
      return "";
    case "checking":
      return t("filter.checking");
    case "wrong":
      return place(state);
    case "right": {
      const { collections } = state.matches;
      const acts = Object.values(collections).some(({ codes, too_large }) => codes !== null || too_large);
      if (!acts) return t("filter.no_effect");
      const count = collections[PROJECTS]?.codes?.length;
      const others = othersAmong((collection) => collections[collection]?.codes);
      if (count === undefined) return t("filter.valid_plain");
      return count === 0 && others > 0
        ? t("filter.valid_others", { count: others, year: horizon.value })
        : t("filter.valid", { count, year: horizon.value });
    }
  }
}

function place({ problem }: DraftState & { kind: "wrong" }): string {
  const { line, column } = problem.args ?? {};
  const said = problemText(problem);
  return typeof line === "number" && typeof column === "number" && draft.value !== ""
    ? t("filter.at", { line, column, problem: said })
    : said;
}
