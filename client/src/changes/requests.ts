import type { Change, ChangeSet, ChangeSets, ChangeSetWithItems, Coordinates } from "../api/answers.ts";
import { get, send } from "../api/request.ts";

/** What people change. A request that writes says what was seen (If-Match), and has a key, so that sending it twice writes once. */
const once = (key: string) => ({ "idempotency-key": key });

export type NewSet = { title: string; basis: string; features: Change[] };
export const createSet = (set: NewSet, key: string) => send<ChangeSet>("POST", "api/change-sets", set, once(key));
export const replaceSet = (seen: Pick<ChangeSet, "id" | "version">, set: NewSet, key: string) =>
  send<ChangeSet>("PUT", `api/change-sets/${seen.id}`, set, { "if-match": tagOfSet(seen), ...once(key) });
export const listSets = (state: string) => get<ChangeSets>(`api/change-sets?state=${state}`);
export const getSet = (id: number) => get<ChangeSetWithItems>(`api/change-sets/${id}`);

/** The ETag of a change set as it was seen. */
export const tagOfSet = ({ id, version }: Pick<ChangeSet, "id" | "version">) => `"change-set-${id}-${version}"`;

export const actOn = (set: Pick<ChangeSet, "id" | "version">, action: string, comment: string) =>
  send<ChangeSet>("POST", `api/change-sets/${set.id}/${action}`, comment === "" ? {} : { comment }, {
    "if-match": tagOfSet(set),
    ...once(`${action}-${set.id}-${set.version}`),
  });

/** A point of another system as the plan stores it. */
export const convert = (x: string, y: string, crs: string) =>
  get<Coordinates>(`api/coordinates?${new URLSearchParams({ x, y, crs })}`);
