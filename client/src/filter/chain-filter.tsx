import { othersWith } from "../answer/others.ts";
import { vocabularies } from "../catalogue.ts";
import { Switch } from "../controls/radio-group.tsx";
import { ChainBadge } from "../controls/swatch.tsx";
import { inLanguage } from "../language/names.ts";
import { t } from "../language/t.ts";
import { pageLanguage } from "../language/view.ts";
import { projectFacets, projectsLoaded } from "../projects/projects.ts";
import { openIndustryCluster } from "../selection/select.ts";
import { compactNumber } from "../symbols/cells.ts";
import { TermButton } from "./parts/term-button.tsx";
import { colourBy } from "./view.ts";
import "./chain-filter.css";

const clusters = vocabularies.get("industry_cluster")?.terms ?? [];
const chains = vocabularies.get("industry_chain")?.terms ?? [];

/** The chains by industry cluster, where the package has some; the count says how many projects choosing the chip would show. */
export function ChainFilter() {
  if (chains.length === 0) return null;
  const counts = projectsLoaded.value ? (projectFacets.value.facets.industry_chain ?? {}) : null;
  return (
    <section class="chain-filter" aria-label={t("chains.title")}>
      <div class="section-head">
        <h2>{t("chains.title")}</h2>
        <span class="chain-colour">
          <span aria-hidden="true">{t("colour.title")}</span>
          <Switch
            label={t("colour.title")}
            value={colourBy.value}
            options={[
              { value: "industry_chain", label: t("colour.chain") },
              { value: "plan_status", label: t("colour.status") },
            ]}
            onChange={(value) => {
              colourBy.value = value;
            }}
          />
        </span>
      </div>
      {clusters.map((cluster) => {
        const members = chains.filter((chain) => chain.parent === cluster.code);
        const total = counts && members.reduce((sum, chain) => sum + (counts[chain.code] ?? 0), 0);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a labelled row of toggles, not a form
          <div key={cluster.code} class="chain-group" role="group" aria-label={inLanguage(cluster)}>
            <button type="button" class="chain-group-name" onClick={() => openIndustryCluster(cluster.code)}>
              {inLanguage(cluster)}
              <span>{total === null ? "" : compactNumber(total, pageLanguage.value)}</span>
            </button>
            <div class="chain-chips">
              {members.map((chain) => (
                <ChainChip
                  key={chain.code}
                  code={chain.code}
                  name={inLanguage(chain)}
                  count={counts && (counts[chain.code] ?? 0)}
                />
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}

function ChainChip({ code, name, count }: { code: string; name: string; count: number | null }) {
  return (
    <TermButton
      property="industry_chain"
      code={code}
      name={name}
      count={count}
      others={othersWith("industry_chain", code)}
      class="chain-chip"
    >
      <ChainBadge chain={code} />
      {/* words are set apart where the language sets words apart: what is seen reads as what is spoken */}
      <span>{pageLanguage.value === "en" ? `${name} ` : name}</span>
    </TermButton>
  );
}
