import type {
  Account,
  Accounts,
  DepartmentCodes,
  Departments,
  GivenPassword,
  GivenToken,
  ListedAccount,
  Token,
  Tokens,
} from "../api/answers.ts";
import { get, send } from "../api/request.ts";

export type { ListedAccount, Token };

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

export const getDepartments = () => get<Departments>("api/departments");
export const setDepartments = (id: string, departments: string[]) =>
  send<DepartmentCodes>("PUT", `api/accounts/${id}/departments`, { departments });

export const getAccounts = () => get<Accounts>("api/accounts");
export const addAccount = (name: string, roles: ListedAccount["roles"]) =>
  send<GivenPassword>("POST", "api/accounts", { name, roles });
export const setRoles = (id: string, roles: ListedAccount["roles"]) =>
  send<ListedAccount>("PUT", `api/accounts/${id}/roles`, { roles });
export const resetPassword = (id: string) => send<GivenPassword>("POST", `api/accounts/${id}/reset`);
export const disableAccount = (id: string) => send<ListedAccount>("POST", `api/accounts/${id}/disable`);
export const enableAccount = (id: string) => send<ListedAccount>("POST", `api/accounts/${id}/enable`);
