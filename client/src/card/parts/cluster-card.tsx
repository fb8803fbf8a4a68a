import { vocabularies } from "../../catalogue.ts";
import { usePanelFocus } from "../../controls/panel-focus.ts";
import { ChainBadge } from "../../controls/swatch.tsx";
import { collections, PARKS } from "../../features/plan.ts";
import { inLanguage, nameOf, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { openPanorama } from "../../panorama/open.ts";
import { PoliciesOfIndustry } from "../../policies/policies-of.tsx";
import { openFeature } from "../../selection/select.ts";
import { clusterTargets } from "../../targets/targets.ts";
import { TargetsChart } from "../../targets/targets-chart.tsx";
import { TargetsTable } from "../../targets/targets-table.tsx";
import { CloseCard } from "./close-card.tsx";

const chains = vocabularies.get("industry_chain")?.terms ?? [];

/** An industry cluster has no place of its own: its card holds its chains, the parks that name them, and its targets. */
export function ClusterCard({ code }: { code: string }) {
  const name = termName("industry_cluster", code);
  const heading = usePanelFocus("card");
  const members = chains.filter(({ parent }) => parent === code);
  const parks = (collections.value.get(PARKS) ?? []).filter(({ properties }) =>
    properties.industry_clusters?.includes(code),
  );
  const targets = clusterTargets(code);
  return (
    <article class="card" aria-label={name} data-panel>
      <div class="card-tags">
        <span class="chip chip-type">
          {inLanguage(vocabularies.get("industry_cluster")?.title ?? { zh: "", en: "" })}
        </span>
        <CloseCard />
      </div>
      <div class="panel-scroll">
        <div class="card-title">
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
        </div>
        <section class="card-section">
          <div class="section-head">
            <h2>{t("panorama.title")}</h2>
          </div>
          <div class="card-actions">
            {members.map((chain) => (
              <button key={chain.code} type="button" class="button" onClick={() => openPanorama(chain.code)}>
                <ChainBadge chain={chain.code} />
                {inLanguage(chain)}
              </button>
            ))}
          </div>
        </section>
        <PoliciesOfIndustry vocabulary="industry_cluster" code={code} />
        {targets.length > 0 && (
          <>
            <TargetsChart targets={targets} />
            <TargetsTable targets={targets} />
          </>
        )}
        <section class="card-section">
          <div class="section-head">
            <h2>{t("panorama.parks")}</h2>
            <span>{parks.length}</span>
          </div>
          <div class="card-actions">
            {parks.map(({ properties }) => (
              <button
                key={properties.code}
                type="button"
                class="button"
                onClick={() => openFeature(PARKS, properties.code)}
              >
                {nameOf(properties).text}
              </button>
            ))}
          </div>
        </section>
      </div>
    </article>
  );
}
