import { term } from "../../catalogue.ts";
import { Icon } from "../../controls/icons.tsx";
import { useByCode } from "../../features/use-by-code.ts";
import { formatValue } from "../../language/format.ts";
import { featureName, saidInLanguage, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import { figureMark, type Mark } from "../../reading/mark.ts";
import { openFeature } from "../../selection/select.ts";
import type { GapEntry, GapFeature, GapSide } from "../requests.ts";
import { asText, inWords, titleOf } from "./gap-title.ts";
import { gapWords } from "./gap-words.ts";

const LISTED = 8;

/** One entry: its sides with their places, side by side, and the way to the map. */
export function GapCard({ entry, shown }: { entry: GapEntry; shown: boolean }) {
  return (
    <article class="gap" data-kind={entry.kind} data-shown={shown}>
      <header>
        <h3>{titleOf(entry)}</h3>
        <span class="chip chip-type">{gapWords("gap_kind", entry.kind)}</span>
      </header>
      <Counts entry={entry} />
      {entry.sides.length > 0 && (
        <ul class="gap-sides">
          {entry.sides.map((side, index) => (
            <Side key={index} side={side} />
          ))}
        </ul>
      )}
      {entry.features.length > 0 && <Features features={entry.features} />}
    </article>
  );
}

/** What the rule counted; a sum only where the server says that nothing is counted twice. */
function Counts({ entry: { rule, args, counts, sides } }: { entry: GapEntry }) {
  const unit = sides[0]?.unit;
  if (rule === "cluster-target-beside-parks")
    return (
      <p class="note">
        {typeof counts.sum === "number" && unit
          ? `${t("gaps.sum", { value: figure(counts.sum, unit) })} · ${t("computed")}`
          : t("gaps.no_sum")}
      </p>
    );
  if (rule === "boxes-missing")
    return (
      <p class="note">
        {t("gaps.box", { box: asText(args.box), before: asText(args.before), after: asText(args.after) })}
      </p>
    );
  if (rule === "chains-of-another-chapter" && Array.isArray(args.missing)) {
    const names = args.missing.map((code) => termName("industry_chain", String(code))).join(t("list.separator"));
    return (
      <p class="note">
        {t("gaps.named", { count: counts.count ?? "", total: counts.total ?? "" })} · {t("gaps.missing", { names })}
      </p>
    );
  }
  if (typeof counts.total === "number")
    return <p class="note">{t("gaps.count", { count: counts.count ?? 0, total: counts.total })}</p>;
  return null;
}

const figure = (value: number, unit: string): string =>
  formatValue(value, unit, term("unit", unit)?.[language.value] ?? unit, language.value);

function Side({ side }: { side: GapSide }) {
  const { words, value, unit, horizon, citation, comparator } = side;
  const note = saidInLanguage(side, "note");
  const mark: Mark | null = words ? { kind: "words", words } : value !== null ? figureMark(value, unit) : null;
  const sign = comparator ? term("comparator", comparator)?.sign : undefined;
  return (
    <li class="gap-side">
      {side.subject && <Subject code={side.subject} />}
      <span class="gap-said">
        {words && <q lang="zh-CN">{words}</q>}
        {value !== null && !words && (
          <strong>
            {typeof sign === "string" && sign !== "=" ? sign : ""}
            {unit ? figure(value, unit) : value}
          </strong>
        )}
        {side.indicator && <span>{termName("indicator", side.indicator)}</span>}
        {horizon !== null && <span>{horizon}</span>}
        {citation && <CitationChip paragraph={citation.paragraph} mark={mark} />}
      </span>
      {note && <small>{note}</small>}
    </li>
  );
}

function Subject({ code }: { code: string }) {
  if (term("industry_cluster", code)) return <small>{termName("industry_cluster", code)}</small>;
  return <SubjectFeature code={code} />;
}

function SubjectFeature({ code }: { code: string }) {
  const found = useByCode(code);
  return <small>{found ? featureName(found.feature) : code}</small>;
}

function Features({ features }: { features: readonly GapFeature[] }) {
  const shown = features.slice(0, LISTED);
  const rest = features.slice(LISTED);
  return (
    <div class="gap-features">
      {shown.map((feature) => (
        <FeatureButton key={`${feature.collection} ${feature.code}`} feature={feature} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{t("gaps.more", { count: rest.length })}</summary>
          <div class="gap-features">
            {rest.map((feature) => (
              <FeatureButton key={`${feature.collection} ${feature.code}`} feature={feature} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function FeatureButton({ feature }: { feature: GapFeature }) {
  const name = inWords(feature);
  const unplaced = feature.placement === "unplaced";
  return (
    <button
      type="button"
      class="gap-feature"
      title={unplaced ? t("placement.unplaced") : t("gaps.show", { name })}
      onClick={() => openFeature(feature.collection, feature.code)}
    >
      <Icon name={unplaced ? "list" : "pin"} size={13} />
      {name}
    </button>
  );
}
