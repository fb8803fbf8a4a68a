import { othersWith } from "../answer/others.ts";
import { product, vocabularies } from "../catalogue.ts";
import { evenColumns } from "../controls/even-columns.ts";
import { StatusShape } from "../controls/swatch.tsx";
import { formatNumber } from "../language/format.ts";
import { inLanguage } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language, pageLanguage } from "../language/view.ts";
import { projectFacets, projectsLoaded } from "../projects/projects.ts";
import { TermButton } from "./parts/term-button.tsx";
import "./status-filter.css";

const statuses = vocabularies.get("plan_status")?.terms ?? [];

/** Tiles beside each other that leave room for the longest word of a status; an English one is the longest. */
const mostInRow = () => (pageLanguage.value === "en" ? 3 : 5);

/** Where things stood when the plan was issued, and how much of that the plan itself says. */
export function StatusFilter() {
  const { facets } = projectFacets.value;
  const counts = projectsLoaded.value ? (facets.plan_status ?? {}) : null;
  const basis = facets.plan_status_basis ?? {};
  const number = (value = 0) => formatNumber(value, language.value);
  return (
    <section class="status-filter" aria-label={t("status.title", { date: product.status_as_of.slice(0, 7) })}>
      <div class="section-head">
        <h2>{t("status.title", { date: product.status_as_of.slice(0, 7) })}</h2>
        {counts && <span>{t("status.basis", { stated: number(basis.stated), derived: number(basis.derived) })}</span>}
      </div>
      <div class="status-tiles" style={{ "--columns": evenColumns(statuses.length, mostInRow()) }}>
        {statuses.map((status) => {
          const count = counts && (counts[status.code] ?? 0);
          const name = inLanguage(status);
          return (
            <TermButton
              key={status.code}
              property="plan_status"
              code={status.code}
              name={name}
              count={count}
              others={othersWith("plan_status", status.code)}
              class="status-tile"
            >
              <StatusShape status={status.code} size={22} />
              <span class="status-name">{name}</span>
            </TermButton>
          );
        })}
      </div>
    </section>
  );
}
