import type { Ground } from "../../api/types.ts";
import { termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import { FeatureLink } from "./feature-link.tsx";

/** Why a park has its chains: the plan's word, how the park comes to the chain by it, and where the plan says so. */
export function ChainGrounds({ grounds }: { grounds: readonly Ground[] }) {
  return (
    <div class="fact">
      <dt>{t("facts.chain_grounds")}</dt>
      <dd>
        <ul class="grounds">
          {grounds.map((ground) => (
            <li key={`${ground.industry_chain} ${ground.words}`}>
              <span class="fact-value">
                {ground.industry_chain
                  ? termName("industry_chain", ground.industry_chain)
                  : termName("industry_cluster", ground.industry_cluster)}
                {" · "}
                {termName("chain_degree", ground.degree)}
                {" · "}
                {ground.through ? <FeatureLink code={ground.through} /> : <q lang="zh-CN">{ground.words}</q>}
              </span>
              <span class="fact-chips">
                <CitationChip paragraph={ground.paragraph} mark={{ kind: "words", words: ground.words }} />
                <CitationChip paragraph={ground.chain_paragraph} mark={{ kind: "words", words: ground.chain_words }} />
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
