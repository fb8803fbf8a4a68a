import { lazyPart } from "./api/lazy-part.ts";
import { catalogue, vocabularies } from "./catalogue.ts";
import { getCriteria } from "./catalogue-requests.ts";

/** What parks are matched by comes before the pages that need it, and gives nothing but that it is there: most visits never ask. */
export const criteria = lazyPart(async (): Promise<null> => {
  if (catalogue.criteria !== undefined) return null;
  const answer = await getCriteria([...vocabularies.keys(), "policy_kind", "investor_kind"]);
  if (!answer.ok) throw new Error(`the criteria have not come: ${answer.problem.code}`);
  if (answer.data.criteria) catalogue.criteria = answer.data.criteria;
  return null;
});
