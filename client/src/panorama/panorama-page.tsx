import { useEffect } from "preact/hooks";
import type { Target } from "../api/types.ts";
import { vocabularies } from "../catalogue.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { Icon } from "../controls/icons.tsx";
import { ChainBadge } from "../controls/swatch.tsx";
import { isFiltered } from "../features/plan.ts";
import { chooseFilter } from "../filter/choose.ts";
import { filter } from "../filter/view.ts";
import { inLanguage, termName } from "../language/names.ts";
import { problemText } from "../language/problem-text.ts";
import { t } from "../language/t.ts";
import { PageHead } from "../layout/page-head.tsx";
import { PAGES } from "../layout/view.ts";
import { compareWith } from "../parks/compare-with.ts";
import { PoliciesOfIndustry } from "../policies/policies-of.tsx";
import { clusterTargets } from "../targets/targets.ts";
import { TargetsChart } from "../targets/targets-chart.tsx";
import { TargetsTable } from "../targets/targets-table.tsx";
import { readIndustry, wantIndustry } from "./industries.ts";
import { Panorama } from "./parts/panorama.tsx";
import { industryAddress } from "./requests.ts";
import { panoramaChain, showOnMap } from "./view.ts";
import "./panorama.css";

const clusters = vocabularies.get("industry_cluster")?.terms ?? [];
const chains = vocabularies.get("industry_chain")?.terms ?? [];

/** The panorama of a chain: what the plan names for a chain, each with its place, linked to the map. */
export function PanoramaPage() {
  const chain = panoramaChain.value;
  useEffect(() => wantIndustry(chain), [chain]);
  useEffect(() => showOnMap(chain), [chain]);
  const held = readIndustry(chain);
  const cluster = chains.find(({ code }) => code === chain)?.parent ?? "";
  return (
    <section class="page panorama-page" aria-label={t("panorama.title")}>
      <PageHead
        title={t("panorama.title")}
        note={`${termName("industry_cluster", cluster)} · ${termName("industry_chain", chain)}`}
      >
        <Actions chain={chain} />
      </PageHead>
      <div class="panel-scroll">
        <div class="page-body">
          <ChainChoice />
          {isFiltered.value && <p class="note">{t("panorama.filter_kept")}</p>}
          {held.kind === "loading" && <span class="skeleton" style={{ height: "320px" }} />}
          {held.kind === "failed" && (
            <div class="reading-absent" role="alert">
              <p>{problemText(held.problem)}</p>
              <button type="button" class="button" onClick={() => wantIndustry(chain)}>
                {t("states.retry")}
              </button>
            </div>
          )}
          {held.kind === "ready" && <Panorama industry={held.data} />}
          {held.kind === "ready" && <Targets name={termName("industry_chain", chain)} targets={held.data.targets} />}
          <PoliciesOfIndustry vocabulary="industry_chain" code={chain} />
          <Targets name={termName("industry_cluster", cluster)} targets={clusterTargets(cluster)} />
        </div>
      </div>
    </section>
  );
}

function Actions({ chain }: { chain: string }) {
  return (
    <div class="panorama-actions">
      <IconButton
        icon="filter"
        name={t("panorama.filter")}
        aria-pressed={filter.value.industry_chain.includes(chain)}
        onClick={() => {
          const on = filter.value.industry_chain.includes(chain);
          chooseFilter("industry_chain", on ? [] : [chain]);
        }}
      />
      {PAGES.includes("compare") && (
        <button type="button" class="button" onClick={() => compareWith(chain)}>
          {t("panorama.compare")}
        </button>
      )}
      {(["csv", "json"] as const).map((format) => (
        <a key={format} class="button" href={industryAddress(chain, format)} download={`${chain}.${format}`}>
          <span class="spoken">{t(`panorama.${format}` as const)}</span>
          <Icon name="download" size={15} />
          <span aria-hidden="true">{format.toUpperCase()}</span>
        </a>
      ))}
      <IconButton icon="print" name={t("panorama.print")} onClick={() => window.print()} />
    </div>
  );
}

function ChainChoice() {
  return (
    <nav class="panorama-chains" aria-label={t("panorama.choose")}>
      {clusters.map((cluster) => (
        <div key={cluster.code}>
          <span>{inLanguage(cluster)}</span>
          {chains
            .filter(({ parent }) => parent === cluster.code)
            .map(({ code }) => (
              <button
                key={code}
                type="button"
                class="term chain-chip"
                aria-pressed={panoramaChain.value === code}
                onClick={() => {
                  panoramaChain.value = code;
                }}
              >
                <ChainBadge chain={code} />
                {termName("industry_chain", code)}
              </button>
            ))}
        </div>
      ))}
    </nav>
  );
}

/** The years and the figures of the targets, each with its place; also those that have no year or no figure. */
function Targets({ name, targets }: { name: string; targets: readonly Target[] }) {
  if (targets.length === 0) return null;
  return (
    <section class="panorama-targets" aria-label={t("panorama.targets_of", { name })}>
      <h3>{t("panorama.targets_of", { name })}</h3>
      <TargetsChart targets={targets} />
      <TargetsTable targets={targets} />
    </section>
  );
}
