import { asSignedIn } from "../../account/signed-in.ts";
import type { ChangeSet, Draft } from "../../api/answers.ts";
import type { Answer } from "../../api/request.ts";
import { getSet, keepDraft, listDrafts } from "../requests.ts";
import { ownOpen, siteDraft } from "../view.ts";
import { loadSiteForm, propertiesOf, siteCollection, textsOf } from "./site-form.ts";

/** Opens a site that was returned as a draft that mends its set; where there is one already, that one. Null of a set of anything else. */
export async function mendSite({ id }: Pick<ChangeSet, "id">): Promise<Answer<Draft> | null> {
  await loadSiteForm();
  const set = await asSignedIn(() => getSet(id));
  if (!set.ok) return set;
  const [site, ...others] = set.data.items.filter(({ collection }) => collection === siteCollection());
  if (!site?.after || others.length > 0 || site.based_on !== null) return null;
  const known = await asSignedIn(listDrafts);
  if (!known.ok) return known;
  const begun = known.data.drafts.find(({ code, collection }) => code === site.code && collection === site.collection);
  const said = Object.assign({}, ...set.data.items.map(({ after }) => after?.properties ?? {}));
  const { properties } = propertiesOf(textsOf(said));
  const { geometry } = site.after;
  const answer = begun
    ? null
    : await asSignedIn(() =>
        keepDraft(null, { collection: site.collection, code: site.code, change_set: id, properties, geometry }),
      );
  if (answer && !answer.ok) return answer;
  siteDraft.value = begun?.id ?? answer?.data.id ?? null;
  ownOpen.value = false;
  return answer;
}
