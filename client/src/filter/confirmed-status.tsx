import { Switch } from "../controls/radio-group.tsx";
import { StatusShape } from "../controls/swatch.tsx";
import { askedCollections } from "../features/features-in.ts";
import { PROJECTS } from "../features/plan.ts";
import { statusShown } from "../features/status-shown.ts";
import { formatNumber } from "../language/format.ts";
import { termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { projectFacets } from "../projects/projects.ts";
import { conditionsOf, joinConditions, namesIn } from "./text.ts";
import { filter } from "./view.ts";
import "./parts/words.ts";
import "./status-filter.css";

const CONFIRMED = "status_confirmed";

/** Comes when a project has a state that staff has confirmed: which of the two map and list show, and how many there are. */
export function ConfirmedStatus() {
  const counts = Object.entries(projectFacets.value.facets[CONFIRMED] ?? {});
  if (counts.length === 0 && statusShown.value === "plan") return null;
  const conditions = conditionsOf(filter.value.rest);
  const isAsked = (code: string) => conditions.includes(conditionOf(code));
  const toggle = (code: string) => {
    const others = conditions.filter((condition) => !namesIn(condition).includes(CONFIRMED));
    filter.value = {
      ...filter.value,
      rest: joinConditions(isAsked(code) ? others : [...others, conditionOf(code)]),
    };
  };
  return (
    <section class="status-filter" aria-label={t("confirmed.title")}>
      <div class="section-head">
        <h2>{t("confirmed.title")}</h2>
        <Switch
          label={t("confirmed.shown")}
          value={statusShown.value}
          options={[
            { value: "plan", label: t("confirmed.plan") },
            { value: "confirmed", label: t("confirmed.confirmed") },
          ]}
          onChange={(value) => {
            statusShown.value = value;
          }}
        />
      </div>
      <div class="confirmed-terms">
        {counts.map(([code, count]) => (
          <button key={code} type="button" class="button" aria-pressed={isAsked(code)} onClick={() => toggle(code)}>
            <StatusShape status={code} size={16} />
            {termName("plan_status", code)} {formatNumber(count, language.value)}
          </button>
        ))}
      </div>
      <p class="note">{t("confirmed.note")}</p>
      {statusShown.value === "confirmed" && askedCollections.value.includes(PROJECTS) && (
        <p class="note">{t("confirmed.not_in_tiles")}</p>
      )}
    </section>
  );
}

const conditionOf = (code: string): string => `${CONFIRMED} = '${code}'`;
