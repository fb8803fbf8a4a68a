import { hasRole } from "../catalogue.ts";
import { PolicySection } from "./policy-section.tsx";
import type { Policy } from "./requests.ts";

type Industry = "industry_chain" | "industry_cluster";

const isLimited = ({ industry_chains, industry_clusters }: Policy) =>
  industry_chains.length + industry_clusters.length > 0;

/** Of a park: those for it or its chains, and those for the whole zone. Of another feature: those that name it. */
export function PoliciesOf({ collection, code }: { collection: string; code: string }) {
  if (hasRole(collection, "park"))
    return (
      <PolicySection
        question={`park=${code}`}
        isOwn={(policy) => isLimited(policy) || policy.features.includes(code)}
      />
    );
  return <PolicySection question="" isOwn={({ features }) => features.includes(code)} onlyOwn />;
}

/** Of an industry chain or a cluster of chains. */
export function PoliciesOfIndustry({ vocabulary, code }: { vocabulary: Industry; code: string }) {
  return <PolicySection question={`${vocabulary}=${code}`} isOwn={isLimited} />;
}
