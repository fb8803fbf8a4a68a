import type { APIRequestContext, Browser, Locator, Page } from "@playwright/test";
import { expect } from "./plan.ts";
import { say } from "./words.ts";

/** The server whose plan tests change, with an account of each role that is called as the role is. */
export const changesUrl = process.env.SPATIALPLAN_CHANGES_URL ?? "";
export type Role = "viewer" | "staff" | "reviewer" | "administrator";

const first = JSON.parse(process.env.SPATIALPLAN_FIRST_PASSWORDS ?? "{}") as Partial<Record<Role, string>>;
export const chosen = "cranes over the grand canal";
const headers = { origin: changesUrl };

const trySignIn = (request: APIRequestContext, name: string, password: string) =>
  request.post(`${changesUrl}/api/account/sign-in`, { headers, data: { name, password } });

/** Signs a page in before it is opened; the first time another password is chosen, as everybody does who is given one. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  const { request } = page.context();
  if ((await trySignIn(request, role, chosen)).status() !== 200) {
    const given = first[role] ?? "";
    expect((await trySignIn(request, role, given)).status(), `${role} signs in`).toBe(200);
    const data = { current: given, next: chosen };
    expect((await request.post(`${changesUrl}/api/account/password`, { headers, data })).status()).toBe(204);
  }
  // what the page itself remembers when somebody signs in there
  await page.addInitScript(() => localStorage.setItem("spatialplan.signed-in", "yes"));
}

/** A page in a browser of its own, signed in as the account of a role. */
export async function pageOf(browser: Browser, role: Role): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, role);
  return page;
}

/** Signs a page in as another one who draws, whose account is made for it. */
export async function signInEditor(page: Page, name: string): Promise<void> {
  const { request } = page.context();
  await signInAs(page, "administrator");
  const made = await request.post(`${changesUrl}/api/accounts`, { headers, data: { name, roles: ["staff"] } });
  expect(made.status(), `${name} is given an account`).toBe(201);
  const { password } = (await made.json()) as { password: string };
  await page.context().clearCookies();
  expect((await trySignIn(request, name, password)).status(), `${name} signs in`).toBe(200);
  const data = { current: password, next: chosen };
  expect((await request.post(`${changesUrl}/api/account/password`, { headers, data })).status()).toBe(204);
}

/** The same as a person does it, on the page that is open. */
export async function signInOnPage(page: Page, role: Role): Promise<void> {
  await page.getByRole("button", { name: say("account.title"), exact: true }).click();
  const sheet = page.locator("dialog.account-sheet");
  await fillIn(page, role);
  await expect(sheet.getByRole("status").first()).toContainText(say("account.signed_in_as", { name: role }));
  await sheet.getByRole("button", { name: say("dialog.close") }).click();
}

/** What the sheet asks for, wherever it has come from. */
export async function fillIn(page: Page, role: Role): Promise<void> {
  const sheet = page.locator("dialog.account-sheet");
  await sheet.getByLabel(say("account.name")).fill(role);
  await sheet.getByLabel(say("account.password")).fill(chosen);
  await sheet.getByRole("button", { name: say("account.sign_in"), exact: true }).click();
}

/** A correction of a feature that waits for review, of the account that the page is signed in with; its title. */
export async function submitCorrection(
  page: Page,
  collection: string,
  code: string,
  properties: object,
): Promise<string> {
  const { request } = page.context();
  const standing = await request.get(`${changesUrl}/ogc/collections/${collection}/items/${code}?f=json`);
  const { version } = ((await standing.json()) as { properties: { version: number } }).properties;
  const title = `${code} ${Date.now()}`;
  const features = [{ collection, code, based_on: version, properties }];
  const made = await request.post(`${changesUrl}/api/change-sets`, {
    headers,
    data: { title, basis: "2026-12", features },
  });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { id: number };
  const seen = { ...headers, "if-match": made.headers().etag ?? "" };
  const submitted = await request.post(`${changesUrl}/api/change-sets/${id}/submit`, { headers: seen, data: {} });
  // one that waits from an earlier run is as good
  expect([200, 409]).toContain(submitted.status());
  return title;
}

/** Opens the queue, and the set of this title at the desk; returns the queue. */
export async function openFromQueue(page: Page, title: string): Promise<Locator> {
  await page.getByRole("button", { name: say("changes.queue_button"), exact: true }).click();
  const queue = page.getByRole("region", { name: say("changes.queue") });
  await queue.getByRole("button", { name: title }).click();
  return queue;
}

export type ListedSet = { id: number; version: number; number: number; title: string; basis: string };

/** What is in review, of what the account of a page may see. */
export async function setsInReview(page: Page): Promise<ListedSet[]> {
  const listed = await page.context().request.get(`${changesUrl}/api/change-sets?state=in-review`);
  return ((await listed.json()) as { change_sets: ListedSet[] }).change_sets;
}

/** Decides on a change set as it was listed, or takes it back. */
export async function act(
  page: Page,
  set: Pick<ListedSet, "id" | "version"> | undefined,
  action: "approve" | "withdraw",
): Promise<void> {
  const seen = { ...headers, "if-match": `"change-set-${set?.id}-${set?.version}"` };
  const answer = await page
    .context()
    .request.post(`${changesUrl}/api/change-sets/${set?.id}/${action}`, { headers: seen, data: {} });
  expect(answer.status(), await answer.text()).toBe(200);
}
