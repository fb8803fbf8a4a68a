import type { PlanTarget } from "../../api/types.ts";
import { term, vocabularies } from "../../catalogue.ts";
import { collections, PARKS } from "../../features/plan.ts";
import { formatValue } from "../../language/format.ts";
import { termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { type BesideParks, besideParks, type ParkSum } from "../beside-parks.ts";
import { fitsChoice, type TargetChoice } from "../indicators.ts";
import { TargetFigure } from "../target-figure.tsx";
import { subjectName } from "./subject-list.tsx";

type Props = { targets: readonly PlanTarget[]; choice: TargetChoice; themes: ReadonlyMap<string, string> };

const isOfPark = ({ subject }: PlanTarget): boolean => subject.collection === PARKS;

/** The parks that the plan gives to a cluster, by name or by one of its chains. */
function parksOf(cluster: string): string[] {
  return (collections.value.get(PARKS) ?? []).flatMap(({ properties }) => {
    const { code, industry_clusters = [], industry_chains = [] } = properties;
    const parents = industry_chains.map((chain) => term("industry_chain", chain)?.parent);
    return [...industry_clusters, ...parents].includes(cluster) ? code : [];
  });
}

/** What the plan sets for each cluster, and what its parks add up to: side by side, nothing is concluded. */
export function ClustersBesideParks({ targets, choice, themes }: Props) {
  const chosen = targets.filter((target) => fitsChoice(target, choice, themes, "scope"));
  const clusters = (vocabularies.get("industry_cluster")?.terms ?? [])
    .map(({ code }) => ({ code, rows: besideParks(code, chosen, parksOf(code), isOfPark) }))
    .filter(({ rows }) => rows.length > 0);
  if (clusters.length === 0) return null;
  return (
    <section class="indicators-scope" aria-label={t("indicators.beside")}>
      <h3>{t("indicators.beside")}</h3>
      <p class="note">{t("indicators.beside_note")}</p>
      {clusters.map(({ code, rows }) => (
        <Cluster key={code} code={code} rows={rows} />
      ))}
    </section>
  );
}

/** What the plan sets for the cluster itself; what it only sets for parks of it is folded. */
function Cluster({ code, rows }: { code: string; rows: readonly BesideParks[] }) {
  const own = rows.filter(({ cluster }) => cluster.length > 0);
  const ofParksOnly = rows.filter(({ cluster }) => cluster.length === 0);
  return (
    <div>
      <h4>{termName("industry_cluster", code)}</h4>
      {own.length > 0 && <Table code={code} rows={own} />}
      {ofParksOnly.length > 0 && (
        <details class="targets-theme">
          <summary>
            {t("indicators.parks_only")}
            <span>{ofParksOnly.length}</span>
          </summary>
          <Table code={code} rows={ofParksOnly} />
        </details>
      )}
    </div>
  );
}

function Table({ code, rows }: { code: string; rows: readonly BesideParks[] }) {
  return (
    <div class="targets-scroll">
      <table class="targets beside-parks" aria-label={termName("industry_cluster", code)}>
        <thead>
          <tr>
            <th scope="col">{t("targets.indicator")}</th>
            <th scope="col">{t("indicators.cluster")}</th>
            <th scope="col">{t("indicators.parks")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.indicator} ${row.horizon} ${row.unit}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const NotStated = () => <span class="pill-not-stated">{t("not_stated_short")}</span>;

function Row({ row }: { row: BesideParks }) {
  const stated = row.sums.get("stated");
  const derived = row.sums.get("derived");
  return (
    <tr>
      <th scope="row">
        {termName("indicator", row.indicator)} · {row.horizon ?? t("targets.no_year")}
      </th>
      <td>
        {row.cluster.length > 0 ? row.cluster.map((one) => <Figure key={keyOf(one)} target={one} />) : <NotStated />}
      </td>
      <td>
        {stated ? <Sum sum={stated} silent={row.silent.length} unit={row.unit} /> : <NotStated />}
        {derived && (
          <>
            <span class="chip chip-derived">{t("indicators.derived")}</span>
            <Sum sum={derived} silent={row.silent.length} unit={row.unit} />
          </>
        )}
      </td>
    </tr>
  );
}

const keyOf = ({ paragraph, value, comparator }: PlanTarget): string => `${paragraph} ${comparator} ${value}`;

function Figure({ target, name }: { target: PlanTarget; name?: string }) {
  return (
    <span class="target-cell">
      {name && <span>{name}</span>}
      <TargetFigure target={target} />
    </span>
  );
}

function Sum({ sum: { sum, isExact, of }, silent, unit }: { sum: ParkSum; silent: number; unit: string }) {
  const value = formatValue(sum, unit, termName("unit", unit), language.value);
  return (
    <>
      <span class="target-cell">
        <strong>{isExact ? value : t("indicators.at_least", { value })}</strong>
        <span class="chip chip-computed">{t("computed")}</span>
        <small>{t("indicators.of_parks", { count: of.length, known: of.length, silent })}</small>
      </span>
      <details class="beside-which">
        <summary>{t("indicators.which")}</summary>
        {of.map((target) => (
          <Figure
            key={target.subject.code}
            target={target}
            name={subjectName({
              scope: "feature",
              collection: target.subject.collection ?? null,
              code: target.subject.code,
            })}
          />
        ))}
      </details>
    </>
  );
}
