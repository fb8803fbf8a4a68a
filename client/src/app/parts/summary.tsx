import { AnswerLine } from "../../answer/answer-line.tsx";
import { product } from "../../catalogue.ts";
import { Icon } from "../../controls/icons.tsx";
import { hasProjects, isFiltered } from "../../features/plan.ts";
import { clearFilter } from "../../filter/choose.ts";
import { filterWords } from "../../filter/filter-words.ts";
import { horizon } from "../../horizon/view.ts";
import { formatNumber } from "../../language/format.ts";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { projectFacets, projectsLoaded } from "../../projects/projects.ts";

/** What is counted, how much of it is on the map, and how much of it has no year. */
export function Summary() {
  const { numberMatched, placed, without_horizon } = projectFacets.value;
  if (hasProjects && !projectsLoaded.value) return null;
  const stop = product.horizons.find(({ year }) => year === horizon.value);
  const number = (value: number) => formatNumber(value, language.value);
  const words = filterWords();
  return (
    <div class="summary surface" data-map-obstacle>
      <strong>{isFiltered.value ? words.join(t("list.separator")) : t("summary.structure")}</strong>
      <span class="summary-part">
        {t("summary.horizon", { year: horizon.value, word: stop ? inLanguage(stop) : "" })}
      </span>
      {isFiltered.value ? (
        <span class="summary-part">
          <AnswerLine />
        </span>
      ) : (
        hasProjects && (
          <span class="summary-part">
            {t("summary.on_map", { placed: number(placed), total: number(numberMatched) })}
          </span>
        )
      )}
      {without_horizon > 0 && (
        <span class="summary-part">
          <Icon name="noYear" size={15} />
          {t("summary.without_year", { count: number(without_horizon) })}
        </span>
      )}
      {isFiltered.value && (
        <button type="button" class="button button-quiet" onClick={clearFilter}>
          {t("filter.clear", { count: words.length })}
        </button>
      )}
    </div>
  );
}
