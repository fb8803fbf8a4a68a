import { product } from "../../catalogue.ts";
import { Icon } from "../../controls/icons.tsx";
import { Popover } from "../../controls/popover.tsx";
import { isLoading } from "../../features/load.ts";
import { findFeature } from "../../features/plan.ts";
import { featureName, inLanguage, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import { figureMark } from "../../reading/mark.ts";
import { targetWords } from "../../targets/target-words.ts";
import { shownIndicator, shownTargets, subjectTargets, targetSubject, targetsLoaded } from "../../targets/targets.ts";
import { stops } from "../stops.ts";
import { horizon } from "../view.ts";
import { IndicatorListLater, TargetsTableLater } from "./later.tsx";

function subjectName(): string {
  const subject = targetSubject.value;
  if (subject.kind === "zone") return inLanguage(product.place);
  if (subject.kind === "industry-cluster") return termName("industry_cluster", subject.code);
  const feature = findFeature(subject.collection, subject.code);
  return feature ? featureName(feature) : subject.code;
}

/** What the plan sets the subject for this year, each with its place. */
export function TargetFigures() {
  const targets = shownTargets.value;
  const isBaseline = horizon.value === stops[0]?.year;
  return (
    <>
      <p class="horizon-subject">
        <span>
          {t(isBaseline ? "horizon.baseline_of" : "horizon.target_of", { year: horizon.value, name: subjectName() })}
        </span>
        {targets.map((target) => (
          <CitationChip
            key={`${target.paragraph} ${target.value}`}
            paragraph={target.paragraph}
            mark={target.value === null ? null : figureMark(target.value, target.unit)}
          />
        ))}
      </p>
      <p class="horizon-figure">
        {targets.map((target) => {
          const { sign, value } = targetWords(target);
          return (
            <strong key={`${target.comparator} ${target.value}`}>
              {sign && <i>{sign}</i>}
              {value}
            </strong>
          );
        })}
        {targets.length === 0 && (
          <span class={targetsLoaded.value ? "pill-not-stated" : ""}>
            {t(targetsLoaded.value ? "not_stated" : isLoading.value ? "states.loading" : "not_loaded")}
          </span>
        )}
      </p>
    </>
  );
}

/** What is followed over the horizons, and the choice of another indicator of the subject. */
export function IndicatorButton() {
  const shown = shownIndicator.value;
  if (!targetsLoaded.value || (shown === null && subjectTargets.value.length === 0)) return null;
  const name = shown ? termName("indicator", shown) : t("horizon.choose");
  return (
    <Popover
      label={t("horizon.indicator", { name })}
      heading={t("horizon.choose")}
      name="horizon-indicators"
      buttonClass="horizon-indicator"
      button={
        <>
          <span>{name}</span>
          <Icon name="down" size={12} />
        </>
      }
    >
      {(close) => <IndicatorListLater close={close} />}
    </Popover>
  );
}

/** All that the plan sets for the subject, years side by side. */
export function AllTargets() {
  const count = subjectTargets.value.length;
  if (count < 2) return null;
  return (
    <Popover
      label={t("horizon.all", { count })}
      heading={subjectName()}
      name="horizon-targets"
      buttonClass="horizon-more"
      button={t("horizon.all", { count })}
    >
      {() => <TargetsTableLater targets={subjectTargets.value} />}
    </Popover>
  );
}
