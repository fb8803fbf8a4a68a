import type {
  AskedBulkChange,
  Attachment,
  Attachments,
  BulkPreview,
  Catalogue,
  Change,
  ChangeSet,
  ChangeSets,
  ChangeSetWithItems,
  Coordinates,
  Draft,
  Drafts,
  NewBulkChange,
  NewDraft,
} from "../api/answers.ts";
import { sendFile } from "../api/file-requests.ts";
import { get, send } from "../api/request.ts";

/** What people change. A request that writes says what was seen (If-Match), and has a key, so that sending it twice writes once. */
export const once = (key: string) => ({ "idempotency-key": key });

export type NewSet = {
  title: string;
  basis: string;
  features?: Change[];
  drafts?: string[];
  submit?: boolean;
  keep_stale?: boolean;
};
export const createSet = (set: NewSet, key: string) => send<ChangeSet>("POST", "api/change-sets", set, once(key));
export const replaceSet = (seen: Pick<ChangeSet, "id" | "version">, set: NewSet, key: string) =>
  send<ChangeSet>("PUT", `api/change-sets/${seen.id}`, set, { "if-match": tagOfSet(seen), ...once(key) });
/** A change set of its own that restores what was before an approved one. */
export const createUndo = (approved: Pick<ChangeSet, "id" | "version">, said: Omit<NewSet, "features">, key: string) =>
  send<ChangeSet>("POST", `api/change-sets/${approved.id}/undo`, said, {
    "if-match": tagOfSet(approved),
    ...once(key),
  });

/** Which features of a collection the same values would change, as they stand. */
export const previewBulk = (asked: AskedBulkChange) => send<BulkPreview>("POST", "api/change-sets/bulk/preview", asked);
export const createBulkSet = (proposed: NewBulkChange, key: string) =>
  send<ChangeSet>("POST", "api/change-sets/bulk", proposed, once(key));

/** So many are listed at once. */
export const MOST_LISTED = 100;
/** Those that somebody may see, a page of them and the newest first: of an author, in a state, made before one. */
export const listSets = (asked: { author?: string; state?: string; before?: number }) =>
  get<ChangeSets>(
    `api/change-sets?${new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))}`,
  );
/** With its items after a position, so many at most. */
export const getSet = (id: number, after = 0, limit = MOST_LISTED) =>
  get<ChangeSetWithItems>(`api/change-sets/${id}?after=${after}&limit=${limit}`);

/** The ETag of a change set as it was seen. */
export const tagOfSet = ({ id, version }: Pick<ChangeSet, "id" | "version">) => `"change-set-${id}-${version}"`;

export const actOn = (set: Pick<ChangeSet, "id" | "version">, action: string, comment: string) =>
  send<ChangeSet>("POST", `api/change-sets/${set.id}/${action}`, comment === "" ? {} : { comment }, {
    "if-match": tagOfSet(set),
    ...once(`${action}-${set.id}-${set.version}`),
  });

/** With every vocabulary: the page does without those that only forms ask for. */
export const getWholeCatalogue = () => get<Catalogue>("api/catalogue?omit=glossary,profiles,checks,ja,ko");

/** A point of another system as the plan stores it. */
export const convert = (x: string, y: string, crs: string) =>
  get<Coordinates>(`api/coordinates?${new URLSearchParams({ x, y, crs })}`);

type Kept = Pick<Draft, "id" | "version">;
const tagOfDraft = ({ id, version }: Kept) => ({ "if-match": `"draft-${id}-${version}"` });

export const listDrafts = () => get<Drafts>("api/drafts");
export const getDraft = (id: string) => get<Draft>(`api/drafts/${id}`);
/** Keeps a new draft, or saves one that was kept before. */
export function keepDraft(kept: Kept | null, { collection, code, change_set, ...content }: NewDraft) {
  if (!kept) return send<Draft>("POST", "api/drafts", { collection, code, change_set, ...content });
  return send<Draft>("PUT", `api/drafts/${kept.id}`, content, tagOfDraft(kept));
}
export const deleteDraft = (kept: Kept) => send("DELETE", `api/drafts/${kept.id}`, undefined, tagOfDraft(kept));

export const listAttachments = (draft: string) => get<Attachments>(`api/drafts/${draft}/attachments`);
export const addAttachment = (draft: string, file: File) =>
  sendFile<Attachment>(`api/drafts/${draft}/attachments?${new URLSearchParams({ name: file.name })}`, file);
export const deleteAttachment = (draft: string, id: string) => send("DELETE", `api/drafts/${draft}/attachments/${id}`);
export const attachmentAddress = (draft: string, id: string) => `api/drafts/${draft}/attachments/${id}`;
