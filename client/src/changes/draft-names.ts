import type { ListedDraft } from "../api/answers.ts";
import { findFeature } from "../features/plan.ts";
import { featureName, saidInLanguage } from "../language/names.ts";
import { t } from "../language/t.ts";

type Named = Pick<ListedDraft, "collection" | "code" | "properties">;

/** By the name that the draft gives it, or by that of the feature it corrects. */
export function nameOfDraft({ collection, code, properties }: Named): string {
  const standing = findFeature(collection, code);
  return saidInLanguage(properties, "name") ?? (standing ? featureName(standing) : code);
}

/** So many are named in a title. */
const MOST_NAMED = 3;
/** As a set keeps them. */
const LONGEST = { title: 200, basis: 500 };

/** What a set of drafts may be called until somebody says otherwise: by their names, and by the basis that all of them have. */
export function proposedFor(drafts: readonly (Named & Pick<ListedDraft, "note">)[]): { title: string; basis: string } {
  const names = [...new Set(drafts.map(nameOfDraft))];
  const named = names.slice(0, MOST_NAMED).join(t("list.separator"));
  const title = names.length > MOST_NAMED ? t("changes.drafts_named", { names: named, number: names.length }) : named;
  const [basis = "", ...others] = new Set(drafts.map(({ note }) => note?.trim() ?? ""));
  return { title: title.slice(0, LONGEST.title), basis: others.length > 0 ? "" : basis.slice(0, LONGEST.basis) };
}
