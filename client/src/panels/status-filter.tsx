import { product, vocabularies } from "../catalogue.ts";
import { inLanguage } from "../i18n/names.ts";
import { t } from "../i18n/t.ts";
import { projectFacets, projectsLoaded } from "../state/projects.ts";
import { toggleFilter } from "../state/select.ts";
import { filter, language } from "../state/view.ts";
import { compactNumber } from "../symbols/cells.ts";
import { StatusShape } from "./swatch.tsx";
import "./status-filter.css";

const statuses = vocabularies.get("plan_status")?.terms ?? [];

/** Where things stood when the plan was issued, and how much of that the plan itself says. */
export function StatusFilter() {
  const { facets } = projectFacets.value;
  const counts = projectsLoaded.value ? (facets.plan_status ?? {}) : null;
  const basis = facets.plan_status_basis ?? {};
  return (
    <section class="status-filter" aria-label={t("status.title", { date: product.status_as_of.slice(0, 7) })}>
      <div class="section-head">
        <h2>{t("status.title", { date: product.status_as_of.slice(0, 7) })}</h2>
        {counts && <span>{t("status.basis", { stated: basis.stated ?? 0, derived: basis.derived ?? 0 })}</span>}
      </div>
      <div class="status-tiles">
        {statuses.map((status) => {
          const count = counts && (counts[status.code] ?? 0);
          const name = inLanguage(status);
          return (
            <button
              key={status.code}
              type="button"
              class="status-tile"
              aria-pressed={filter.value.plan_status.includes(status.code)}
              aria-label={count === null ? name : t("chains.chip", { name, count })}
              data-empty={count === 0}
              onClick={() => toggleFilter("plan_status", status.code)}
            >
              <StatusShape status={status.code} size={22} />
              <span class="status-name">{name}</span>
              <span class="status-count" aria-hidden="true">
                {count === null ? "–" : compactNumber(count, language.value)}
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
