import type { Page } from "@playwright/test";
import { seriousViolations } from "./support/axe.ts";
import { expect, test } from "./support/plan.ts";
import { say } from "./support/words.ts";

const chosen = "cranes over the grand canal";

/** One path, as somebody goes it who has just been given an account; the phone comes after, with the password that was chosen. */
test("somebody signs in, is asked again after the session has ended, loses nothing and signs out", async ({
  plan,
  page,
}) => {
  plan.expectedComplaints = /401/;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open("/?select=parks/park-2&filter=plan_status='planned'");
  const address = page.url();
  await page.getByRole("button", { name: say("account.title"), exact: true }).click();
  const sheet = page.locator("dialog.account-sheet");
  expect(await seriousViolations(page)).toEqual([]);

  await signIn(page, "not the one that is");
  await expect(sheet.getByRole("alert")).toHaveText(say("problem.sign-in-failed"));
  await signIn(page, process.env.SPATIALPLAN_PASSWORD ?? "");
  await sheet.getByLabel(say("account.current")).fill(process.env.SPATIALPLAN_PASSWORD ?? "");
  await sheet.getByLabel(say("account.next"), { exact: true }).fill(chosen);
  await sheet.getByRole("button", { name: say("account.change_password") }).click();
  await expect(sheet.getByText(say("account.accounts"))).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  // the session ends while something is typed
  await sheet.getByLabel(say("account.token_name")).fill("QGIS");
  await page.context().clearCookies();
  await sheet.getByRole("button", { name: say("account.token_add") }).click();
  await expect(sheet.getByText(say("account.ended"))).toBeVisible();
  await expect(sheet.getByLabel(say("account.name")).first()).toHaveValue("root");
  await signIn(page, chosen);
  await expect(sheet.getByText(/^spatialplan_[\w-]{43}$/)).toBeVisible();
  await expect(sheet.getByText("QGIS", { exact: true })).toBeVisible();

  await sheet.getByRole("button", { name: say("dialog.close") }).click();
  await expect(page.getByRole("button", { name: say("account.of", { name: "root" }) })).toBeVisible();
  expect(page.url()).toBe(address);
  await expect(plan.card()).toBeVisible();

  // who comes back is still there
  await plan.open("/");
  await page.getByRole("button", { name: say("account.of", { name: "root" }) }).click();
  await sheet.getByRole("button", { name: say("account.sign_out"), exact: true }).click();
  await expect(sheet.getByRole("button", { name: say("account.sign_in") })).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await plan.open("/");
  await page.getByRole("button", { name: say("view.settings") }).click();
  await page.getByRole("button", { name: say("account.title"), exact: true }).click();
  expect(await seriousViolations(page)).toEqual([]);
  await signIn(page, chosen);
  await expect(sheet.getByRole("status").first()).toContainText(say("account.signed_in_as", { name: "root" }));
  expect(await seriousViolations(page)).toEqual([]);
});

async function signIn(page: Page, password: string): Promise<void> {
  const sheet = page.locator("dialog.account-sheet");
  await sheet.locator("input[name=username]").fill("root");
  await sheet.locator("input[name=password]").fill(password);
  await sheet.getByRole("button", { name: say("account.sign_in"), exact: true }).click();
}
