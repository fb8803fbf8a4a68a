import { isFiltered } from "../features/plan.ts";
import { t } from "../language/t.ts";
import { clearFilter } from "./choose.ts";
import { filterWords } from "./filter-words.ts";

/** The filter hides everything: the card names it and takes it back. */
export function NothingMatches() {
  if (!isFiltered.value) return <p class="state-empty">{t("states.no_projects")}</p>;
  return (
    <div class="state-card" role="status">
      <strong>{t("states.nothing_matches")}</strong>
      <p>{t("states.filtered_by", { filter: filterWords().join(t("list.separator")) })}</p>
      <button type="button" class="button" onClick={clearFilter}>
        {t("filter.clear", { count: filterWords().length })}
      </button>
    </div>
  );
}
