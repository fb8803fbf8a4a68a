import { product } from "../catalogue.ts";
import { featureName, inLanguage, termName } from "../i18n/names.ts";
import { t } from "../i18n/t.ts";
import { targetWords } from "../i18n/target-words.ts";
import { isLoading } from "../state/load.ts";
import { figureMark } from "../state/mark.ts";
import { findFeature } from "../state/plan.ts";
import { shownTarget, subjectTargets, targetSubject, targetsLoaded } from "../state/targets.ts";
import { horizon } from "../state/view.ts";
import { TargetsTable } from "./card/targets-table.tsx";
import { CitationChip } from "./citation-chip.tsx";
import { Popover } from "./controls/popover.tsx";
import "./horizon.css";

const stops = product.horizons;
const first = stops[0]?.year ?? 0;
const last = stops.at(-1)?.year ?? first + 1;

export function stepHorizon(by: 1 | -1): void {
  const at = stops.findIndex((stop) => stop.year === horizon.value);
  const next = stops[at + by];
  if (next) horizon.value = next.year;
}

/** The end of the plan period lies behind us: its targets are targets, not results. */
export const isPeriodOver = (year: number): boolean =>
  year === product.default_horizon && new Date().getFullYear() > year;

/** Years at their true distance; the figure beside is the target of that year, with its place in the plan. */
export function Horizon() {
  const year = horizon.value;
  const share = (value: number) => (value - first) / (last - first);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key] as 1 | -1 | undefined;
    if (by) stepHorizon(by);
    else if (event.key === "Home") horizon.value = first;
    else if (event.key === "End") horizon.value = last;
    else return;
    event.preventDefault();
    event.stopPropagation();
    const at = stops.findIndex((entry) => entry.year === horizon.value);
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelectorAll("button")[at]?.focus();
  };
  const stopName = (entry: (typeof stops)[number]) =>
    [`${entry.year} ${inLanguage(entry)}`, ...(isPeriodOver(entry.year) ? [t("horizon.over")] : [])].join(" · ");
  return (
    <section class="horizon surface" aria-label={t("horizon.title")} data-map-obstacle>
      <div class="horizon-scale" role="radiogroup" aria-label={t("horizon.title")} onKeyDown={onKeyDown}>
        <span class="horizon-track" />
        <span class="horizon-done" style={{ width: `calc(${share(year)} * (100% - 20px))` }} />
        {Array.from({ length: last - first + 1 }, (_, index) => (
          <span
            key={index}
            class="horizon-tick"
            style={{ left: `calc(10px + ${share(first + index)} * (100% - 20px))` }}
          />
        ))}
        {stops.map((entry) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio that stands on a scale
          <button
            key={entry.year}
            type="button"
            role="radio"
            aria-checked={entry.year === year}
            aria-label={stopName(entry)}
            tabIndex={entry.year === year ? 0 : -1}
            class="horizon-stop"
            data-past={entry.year <= year}
            style={{ left: `calc(10px + ${share(entry.year)} * (100% - 20px))` }}
            onClick={() => {
              horizon.value = entry.year;
            }}
          >
            <span class="horizon-dot" />
            <span class="horizon-year">{entry.year}</span>
            <span class="horizon-word">{inLanguage(entry)}</span>
          </button>
        ))}
      </div>
      <div class="horizon-target" aria-live="polite">
        <TargetFigure />
      </div>
      <div class="horizon-foot">
        <p class="horizon-over">{isPeriodOver(year) && t("horizon.over")}</p>
        <AllTargets />
      </div>
    </section>
  );
}

export function subjectName(): string {
  const subject = targetSubject.value;
  if (subject.kind === "zone") return inLanguage(product.place);
  if (subject.kind === "industry-cluster") return termName("industry_cluster", subject.code);
  const feature = findFeature(subject.collection, subject.code);
  return feature ? featureName(feature) : subject.code;
}

function TargetFigure() {
  const target = shownTarget.value;
  const words = target ? targetWords(target) : null;
  return (
    <>
      <p class="horizon-subject">
        <span>
          {t(horizon.value === first ? "horizon.baseline_of" : "horizon.target_of", {
            year: horizon.value,
            name: subjectName(),
          })}
        </span>
        {target && (
          <CitationChip
            paragraph={target.paragraph}
            mark={target.value === null ? null : figureMark(target.value, target.unit)}
          />
        )}
      </p>
      {target && words?.value ? (
        <p class="horizon-figure">
          <strong>
            {words.sign && <i>{words.sign}</i>}
            {words.value}
          </strong>
          <span>{termName("indicator", target.indicator)}</span>
        </p>
      ) : (
        <p class="horizon-figure">
          <span class={targetsLoaded.value ? "pill-not-stated" : ""}>
            {t(targetsLoaded.value ? "not_stated" : isLoading.value ? "states.loading" : "not_loaded")}
          </span>
        </p>
      )}
    </>
  );
}

/** All that the plan sets for the subject, years side by side. */
function AllTargets() {
  const count = subjectTargets.value.length;
  if (count < 2) return null;
  return (
    <Popover
      label={t("horizon.all", { count })}
      side="top"
      buttonClass="horizon-more"
      button={t("horizon.all", { count })}
    >
      {() => (
        <div class="horizon-targets">
          <h2>{subjectName()}</h2>
          <TargetsTable targets={subjectTargets.value} />
        </div>
      )}
    </Popover>
  );
}
