import type { Account, Accounts, GivenPassword, GivenToken, ListedAccount, Token, Tokens } from "../api/answers.ts";
import { problemOf, unreachable } from "../api/problem.ts";
import { type Answer, address, get } from "../api/request.ts";

export type { ListedAccount, Token };

/** What changes something, as JSON; data is undefined where the answer has none. */
export async function send<Data = undefined>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answer<Data>> {
  try {
    const response = await fetch(address(path), {
      method,
      headers: { accept: "application/json", ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return { ok: true, data: (response.status === 204 ? undefined : await response.json()) as Data };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

export const getAccount = () => get<Account>("api/account");
export const signIn = (name: string, password: string) =>
  send<Account>("POST", "api/account/sign-in", { name, password });
export const signOut = () => send("POST", "api/account/sign-out");
export const signOutEverywhere = () => send("POST", "api/account/sign-out/everywhere");
export const changePassword = (current: string, next: string) =>
  send("POST", "api/account/password", { current, next });

export const getTokens = () => get<Tokens>("api/account/tokens");
export const addToken = (name: string, scope: Token["scope"], days: number) =>
  send<GivenToken>("POST", "api/account/tokens", { name, scope, days });
export const revokeToken = (id: string) => send("DELETE", `api/account/tokens/${id}`);

export const getAccounts = () => get<Accounts>("api/accounts");
export const addAccount = (name: string, roles: ListedAccount["roles"]) =>
  send<GivenPassword>("POST", "api/accounts", { name, roles });
export const setRoles = (id: string, roles: ListedAccount["roles"]) =>
  send<ListedAccount>("PUT", `api/accounts/${id}/roles`, { roles });
export const resetPassword = (id: string) => send<GivenPassword>("POST", `api/accounts/${id}/reset`);
export const disableAccount = (id: string) => send<ListedAccount>("POST", `api/accounts/${id}/disable`);
export const enableAccount = (id: string) => send<ListedAccount>("POST", `api/accounts/${id}/enable`);
