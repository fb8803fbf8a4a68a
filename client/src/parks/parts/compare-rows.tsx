import type { ComponentChildren } from "preact";
import { formatAccuracy } from "../../language/format.ts";
import { inLanguage, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import { TargetFigure } from "../../targets/target-figure.tsx";
import { targetWords } from "../../targets/target-words.ts";
import { type Compared, missingFacts } from "../compared.ts";
import { criteria, type Fact, facts } from "../criteria.ts";
import { parkFeature } from "../park-names.ts";
import { formatScaled, formatScore } from "./figures.ts";
import { rawWords } from "./raw-words.ts";
import { Why } from "./why.tsx";

/** A cell says what it says as text too: rows are equal when their texts are. */
export type Cell = { text: string; content: ComponentChildren };
export type Row = { key: string; label: string; cells: readonly Cell[]; rule?: string };
export type Group = { key: string; title: string; rows: readonly Row[] };

const plain = (text: string): Cell => ({ text, content: text });
const notStated = (): Cell => ({
  text: t("not_stated"),
  content: <span class="pill-not-stated">{t("not_stated")}</span>,
});
const propertiesOf = ({ code }: Compared) => parkFeature(code)?.properties;

export function compareGroups(parks: readonly Compared[]): Group[] {
  const row = (key: string, label: string, cell: (park: Compared) => Cell): Row => ({
    key,
    label,
    cells: parks.map(cell),
  });
  const isRanked = parks.some((park) => park.row);
  const groups: Group[] = [
    {
      key: "targets",
      title: t("compare.group_targets"),
      rows: facts
        .filter(({ kind }) => kind === "target")
        .map((fact) => ({ key: fact.code, label: inLanguage(fact), cells: targetCells(fact, parks) })),
    },
    {
      key: "place",
      title: t("compare.group_place"),
      rows: [row("place", t("compare.place"), placeCell), row("access", t("compare.access"), accessCell)],
    },
    {
      key: "facts",
      title: t("compare.group_facts"),
      rows: [
        row("status", t("compare.status"), statusCell),
        row("known", t("compare.known"), knownCell),
        ...facts
          .filter(({ kind, code }) => (kind === "property" && code !== "plan-status") || kind === "none")
          .map((fact) => row(fact.code, inLanguage(fact), (park) => factCell(fact, park))),
      ],
    },
  ];
  if (!isRanked) return groups;
  return [
    {
      key: "relation",
      title: t("compare.group_relation"),
      rows: [row("relation", t("compare.relation"), relationCell)],
    },
    {
      key: "score",
      title: t("compare.group_score"),
      rows: criteria.map((criterion, place) =>
        row(criterion.code, inLanguage(criterion), (park) => scoreCell(park, place)),
      ),
    },
    ...groups,
  ];
}

function relationCell({ row }: Compared): Cell {
  if (!row) return plain("–");
  const words = row.park.why.map(({ degree, words }) => `${degree} ${words}`).join();
  return { text: words, content: <Why reasons={row.park.why} /> };
}

function scoreCell({ row }: Compared, place: number): Cell {
  const one = row?.counted[place];
  if (!one) return plain("–");
  const { criterion, scaled, share } = one;
  const product = { min: scaled.min * share, max: scaled.max * share };
  const sum = criterion.shown_only
    ? t("parks.weight_shown_only")
    : `${formatScaled(scaled)} × ${share} = ${formatScore(product)}`;
  return { text: sum, content: sum };
}

/** A figure with its bar beside the largest of the row; one without a year is hatched. */
function targetCells(fact: Fact, parks: readonly Compared[]): Cell[] {
  // a figure without a year stands once: beside those of the latest
  const isLatest = !facts.some(
    ({ indicator, horizon }) => indicator === fact.indicator && Number(horizon) > Number(fact.horizon),
  );
  const found = parks.map((park) => {
    const targets = (propertiesOf(park)?.targets ?? []).filter(
      ({ indicator, value }) => indicator === fact.indicator && value !== null,
    );
    const wanted = fact.horizon === undefined ? targets[0] : targets.find(({ horizon }) => horizon === fact.horizon);
    return wanted ?? (isLatest ? targets.find(({ horizon }) => horizon === null) : null) ?? null;
  });
  const largest = Math.max(0, ...found.map((target) => target?.value ?? 0));
  return found.map((target) => {
    if (!target || target.value === null) return notStated();
    const { sign, value } = targetWords(target);
    const isYearless = fact.horizon !== undefined && target.horizon === null;
    return {
      text: `${sign}${value} ${isYearless}`,
      content: (
        <>
          <span class="compare-places">
            <TargetFigure target={target} />
            {isYearless && <span class="pill-not-stated">{t("parks.no_year")}</span>}
          </span>
          <span class="compare-bar" aria-hidden="true">
            <span
              data-maybe={isYearless || undefined}
              style={{ width: `${largest > 0 ? (target.value / largest) * 100 : 0}%` }}
            />
          </span>
        </>
      ),
    };
  });
}

function placeCell(park: Compared): Cell {
  const feature = parkFeature(park.code);
  if (!feature?.geometry)
    return {
      text: t("compare.unplaced"),
      content: <span class="pill-not-stated">{t("compare.unplaced")}</span>,
    };
  const { placement, accuracy_m } = feature.properties;
  const accuracy = accuracy_m === null ? "" : ` ${formatAccuracy(accuracy_m, language.value)}`;
  return plain(`${termName("placement", placement)}${accuracy}`);
}

function accessCell({ row }: Compared): Cell {
  const access = row?.counted.find(
    ({ criterion }) => criteria.find(({ code }) => code === criterion.code)?.kind === "access",
  );
  const words = access ? rawWords(access.criterion) : null;
  return words === null ? notStated() : plain(words);
}

function statusCell(park: Compared): Cell {
  const properties = propertiesOf(park);
  if (!properties || properties.plan_status === "not-stated") return notStated();
  const status = termName("plan_status", properties.plan_status);
  const cited = properties.citations.find(({ attribute }) => attribute === "plan_status");
  const derived = properties.plan_status_basis === "derived" ? ` · ${t("derived")}` : "";
  return {
    text: status + derived,
    content: (
      <>
        {status}
        {derived}{" "}
        {cited && <CitationChip paragraph={cited.paragraph} mark={{ kind: "attribute", name: "plan_status" }} />}
      </>
    ),
  };
}

function knownCell(park: Compared): Cell {
  const known = facts.length - missingFacts(park).length;
  const of = facts.length;
  return {
    text: String(known),
    content: (
      <>
        <strong>{known}</strong> / {of}
        <span class="compare-bar" aria-hidden="true">
          <span style={{ width: `${(known / of) * 100}%` }} />
        </span>
      </>
    ),
  };
}

function factCell(fact: Fact, park: Compared): Cell {
  if (missingFacts(park).includes(fact.code)) return notStated();
  return plain(String(fact.property ? propertiesOf(park)?.[fact.property] : ""));
}
