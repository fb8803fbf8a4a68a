import type { Locator, Page } from "@playwright/test";
import { setsInReview, signInAs, changesUrl as url } from "./accounts.ts";
import { expect, PlanPage } from "./plan.ts";
import { say } from "./words.ts";

/** What the tests of the form of a site do in it. */

export const form = (page: Page) => page.getByRole("region", { name: say("site.title"), exact: true });
export const field = (page: Page, name: string) => form(page).locator(`[name=${name}]`);

export async function begin(page: Page, at: string): Promise<string> {
  await signInAs(page, "staff");
  await new PlanPage(page).open(`${url}/#map=15/${at}`);
  await page
    .getByRole("button", { name: say("changes.own_button"), exact: true })
    .first()
    .click();
  await page.getByRole("button", { name: say("site.new"), exact: true }).click();
  await expect(form(page).getByRole("heading").first()).toHaveText(/site-\d{4}-\d{4}/);
  return ((await form(page).getByRole("heading").first().textContent()) ?? "").match(/site-\d{4}-\d{4}/)?.[0] ?? "";
}

export async function fill(page: Page, name: string): Promise<void> {
  await field(page, "name_zh").fill(name);
  await field(page, "industry_chain").selectOption("construction-machinery");
  await field(page, "plan_status").selectOption("planned");
  await field(page, "basis_document").fill("2026-12");
  await field(page, "accuracy_m").fill("20");
}

/** A refusal is said with what is refused. */
export async function submit(page: Page, press: (button: Locator) => Promise<void>): Promise<void> {
  await press(form(page).getByRole("button", { name: say("changes.submit") }));
  const faults = form(page).locator(".change-faults");
  await expect(form(page), (await faults.allTextContents()).join()).toHaveCount(0, { timeout: 20_000 });
}

export async function submitted(page: Page, name: string): Promise<void> {
  const set = (await setsInReview(page)).find(({ title }) => title === name);
  expect(set?.number).toBe(2);
  const evidence = await (await page.context().request.get(`${url}/api/change-sets/${set?.id}/evidence`)).json();
  expect(evidence.checks[0].result.findings.length).toBeGreaterThan(5);
}

/** What draws: over the map, or in the form where the window is small. */
export const bar = (page: Page) => page.getByRole("group", { name: say("draw.title"), exact: true });
