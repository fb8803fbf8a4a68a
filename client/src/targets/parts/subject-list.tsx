import type { PlanTarget } from "../../api/types.ts";
import { product } from "../../catalogue.ts";
import { findFeature } from "../../features/plan.ts";
import { featureName, inLanguage, termName } from "../../language/names.ts";
import { bySubject, type SubjectTargets } from "../indicators.ts";
import { TargetsByTheme } from "../targets-table.tsx";

/** Whose targets they are, in the language shown; a feature that the map does not hold has its code. */
export function subjectName({
  scope,
  collection,
  code,
}: Pick<SubjectTargets, "scope" | "collection" | "code">): string {
  if (scope === "zone") return inLanguage(product.place);
  if (scope === "industry-cluster") return termName("industry_cluster", code);
  if (scope === "industry-chain") return termName("industry_chain", code);
  const feature = collection ? findFeature(collection, code) : undefined;
  return feature ? featureName(feature) : code;
}

/** The subjects of a scope, each with its table: indicators down, years across. One alone is open. */
export function SubjectList({ title, targets }: { title: string; targets: readonly PlanTarget[] }) {
  const subjects = bySubject(targets);
  return (
    <section class="indicators-scope" aria-label={title}>
      <h3>{title}</h3>
      {subjects.map((subject) => (
        <details key={`${subject.collection} ${subject.code}`} class="targets-theme" open={subjects.length === 1}>
          <summary>
            {subjectName(subject)}
            <span>{subject.own.length}</span>
          </summary>
          <TargetsByTheme targets={subject.own} />
        </details>
      ))}
    </section>
  );
}
