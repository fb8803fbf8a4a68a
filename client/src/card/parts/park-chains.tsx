import { useEffect } from "preact/hooks";
import type { PlanFeature } from "../../api/types.ts";
import { ChainBadge } from "../../controls/swatch.tsx";
import { chainsOf, PARKS } from "../../features/plan.ts";
import { termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { readIndustry, wantIndustry } from "../../panorama/industries.ts";
import { LISTS, openPanorama } from "../../panorama/open.ts";
import "./park-chains.css";

/** What the plan names for each chain of a park, counted: projects, enterprises, institutes, gaps, each with the way to its list. */
export function ParkChains({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const chains = collection === PARKS ? (chainsOf(collection, feature) ?? []) : [];
  if (chains.length === 0) return null;
  return (
    <section class="card-section" aria-label={t("panorama.title")}>
      <div class="section-head">
        <h2>{t("panorama.title")}</h2>
      </div>
      <ul class="park-chains">
        {chains.map((chain) => (
          <li key={chain}>
            <Chain chain={chain} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Without its counts the chain still leads to its panorama, which says what is wrong. */
function Chain({ chain }: { chain: string }) {
  useEffect(() => wantIndustry(chain), [chain]);
  const held = readIndustry(chain);
  const name = termName("industry_chain", chain);
  return (
    <>
      <button type="button" class="chain-link" onClick={() => openPanorama(chain)}>
        <ChainBadge chain={chain} />
        {name}
      </button>
      {held.kind === "ready" &&
        LISTS.map((list) => {
          const count = held.data[list].length;
          const words = `${t(`panorama.${list}` as const)} ${count}`;
          return (
            <button
              key={list}
              type="button"
              class="button button-quiet"
              disabled={count === 0}
              aria-label={`${name} · ${words}`}
              onClick={() => openPanorama(chain, list)}
            >
              {words}
            </button>
          );
        })}
    </>
  );
}
