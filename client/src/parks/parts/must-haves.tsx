import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { setMust } from "../ask.ts";
import { type Must, mustHaves } from "../criteria.ts";
import { match } from "../match.ts";
import { musts } from "../view.ts";
import { fromTyped, toTyped } from "./figures.ts";
import "./must-haves.css";

/** What excludes, before anything is weighed; each says before it is chosen how many parks it would leave. */
export function MustHaves() {
  return (
    <section class="match-section" aria-label={t("parks.musts")}>
      <h3>{t("parks.musts")}</h3>
      <div class="must-haves">
        {mustHaves.map((must) =>
          must.kind === "target" ? <Least key={must.code} must={must} /> : <Toggle key={must.code} must={must} />,
        )}
      </div>
    </section>
  );
}

function Toggle({ must }: { must: Must }) {
  const isOn = musts.value.some(({ code }) => code === must.code);
  const said = match.value?.musts.find(({ code }) => code === must.code);
  return (
    <button
      type="button"
      class="term must"
      aria-pressed={isOn}
      onClick={() => setMust(must.code, isOn ? undefined : null)}
      {...(said ? { title: t("parks.must_leaves_long", { count: said.leaves, undecided: said.undecided }) } : {})}
    >
      {inLanguage(must)}
      {said && <span class="must-count">{t("parks.must_leaves", { count: said.leaves })}</span>}
    </button>
  );
}

/** At least so much of a stated target: the figure in the unit that people use for it. */
function Least({ must }: { must: Must }) {
  const least = musts.value.find(({ code }) => code === must.code)?.least ?? null;
  const out = new Set(match.value?.excluded.flatMap((one) => (one.must.startsWith(`${must.code}:`) ? one.code : [])));
  return (
    <label class="must must-least" data-on={least !== null}>
      <span>{inLanguage(must)}</span>
      <input
        type="number"
        inputMode="decimal"
        min="0"
        step="any"
        value={least === null ? "" : toTyped(least, must.unit)}
        onChange={(event) => setMust(must.code, fromTyped(event.currentTarget.value, must.unit) ?? undefined)}
      />
      <span>{t(must.unit === "CNY" ? "parks.unit_money" : "parks.unit_count")}</span>
      {least !== null && match.value && <span class="must-count">{t("parks.must_excludes", { count: out.size })}</span>}
    </label>
  );
}
