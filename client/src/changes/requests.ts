import type { Account, Change, ChangeSet, ChangeSets, ChangeSetWithItems, Coordinates } from "../api/answers.ts";
import { problemOf, unreachable } from "../api/problem.ts";
import { type Answer, address, get } from "../api/request.ts";

/** What people change. A request that writes says what was seen (If-Match), and has a key, so that sending it twice writes once. */
type Writing = { body?: unknown; etag?: string; key?: string };

async function post<Data>(path: string, { body, etag, key }: Writing): Promise<Answer<Data>> {
  try {
    const response = await fetch(address(path), {
      method: "POST",
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(etag ? { "if-match": etag } : {}),
        ...(key ? { "idempotency-key": key } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    const data = response.status === 204 ? undefined : await response.json();
    return { ok: true, data: data as Data, etag: response.headers.get("etag") };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

export const getAccount = () => get<Account>("api/account");
export const signIn = (name: string, password: string) =>
  post<Account>("api/account/sign-in", { body: { name, password } });

export type NewSet = { title: string; basis: string; features: Change[] };
export const createSet = (set: NewSet, key: string) => post<ChangeSet>("api/change-sets", { body: set, key });
export const listSets = (state: string) => get<ChangeSets>(`api/change-sets?state=${state}`);
export const getSet = (id: number) => get<ChangeSetWithItems>(`api/change-sets/${id}`);

/** The ETag of a change set as it was seen. */
export const tagOfSet = ({ id, version }: Pick<ChangeSet, "id" | "version">) => `"change-set-${id}-${version}"`;

export const actOn = (set: Pick<ChangeSet, "id" | "version">, action: string, comment: string) =>
  post<ChangeSet>(`api/change-sets/${set.id}/${action}`, {
    body: comment === "" ? {} : { comment },
    etag: tagOfSet(set),
    key: `${action}-${set.id}-${set.version}`,
  });

/** A point of another system as the plan stores it. */
export const convert = (x: string, y: string, crs: string) =>
  get<Coordinates>(`api/coordinates?${new URLSearchParams({ x, y, crs })}`);
