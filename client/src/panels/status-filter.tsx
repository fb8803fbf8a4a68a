import { product, vocabularies } from "../catalogue.ts";
import { inLanguage } from "../i18n/names.ts";
import { t } from "../i18n/t.ts";
import { projectFacets } from "../state/projects.ts";
import { toggleFilter } from "../state/select.ts";
import { filter } from "../state/view.ts";
import { StatusShape } from "./swatch.tsx";
import "./status-filter.css";

const statuses = vocabularies.get("plan_status")?.terms ?? [];

/** Where things stood when the plan was issued, and how much of that the plan itself says. */
export function StatusFilter() {
  const { facets } = projectFacets.value;
  const counts = facets.plan_status ?? {};
  const basis = facets.plan_status_basis ?? {};
  return (
    <section class="status-filter" aria-label={t("status.title", { date: product.status_as_of.slice(0, 7) })}>
      <div class="section-head">
        <h2>{t("status.title", { date: product.status_as_of.slice(0, 7) })}</h2>
        <span>{t("status.basis", { stated: basis.stated ?? 0, derived: basis.derived ?? 0 })}</span>
      </div>
      <div class="status-tiles">
        {statuses.map((status) => {
          const count = counts[status.code] ?? 0;
          const name = inLanguage(status);
          return (
            <button
              key={status.code}
              type="button"
              class="status-tile"
              aria-pressed={filter.value.plan_status.includes(status.code)}
              data-empty={count === 0}
              onClick={() => toggleFilter("plan_status", status.code)}
            >
              <StatusShape status={status.code} size={22} />
              <span class="status-name">{name}</span>
              <span class="status-count">
                {" "}
                {count}
                <span class="spoken"> {t("projects.unit", { count })}</span>
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
