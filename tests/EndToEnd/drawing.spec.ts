import type { Page } from "@playwright/test";
import { parseQuestion } from "../../client/src/here/question.ts";
import { expect, test } from "./support/plan.ts";
import { say } from "./support/words.ts";

/** What draws, on the page that everybody may draw on: corners as land offices write them, and a drawing that outlives its page. */

const room = (page: Page) => page.getByRole("region", { name: say("here.title") });
const button = (page: Page, name: string) => room(page).getByRole("button", { name });
const question = (page: Page) => parseQuestion(new URL(page.url()).searchParams.get("here"));

/** X is north, as on a land office's table; with the number of the zone before Y. */
const NORTHINGS = [3926070.3, 3926102.5, 3926018.5, 3925479.6, 3925447.6];
const EASTINGS = [470395.2, 470699.4, 470957.8, 470956.1, 470393.1];
const table = (prefix: string) =>
  ["点号\tX\tY", ...NORTHINGS.map((north, i) => `J${i + 1}\t${north}\t${prefix}${EASTINGS[i]}`)].join("\n");

async function typeCorners(page: Page, text: string): Promise<void> {
  await page.goto("/?view=here#map=13/35.45/116.68");
  await button(page, say("corners.title")).click();
  await room(page)
    .getByRole("textbox", { name: say("corners.text") })
    .fill(text);
}

test("corners of a table are said and drawn before they are taken; a zone prefix is offered, and nothing is changed unasked", async ({
  page,
}) => {
  await typeCorners(page, table("39"));
  const corners = room(page).getByRole("region", { name: say("corners.title") });
  await expect(corners.getByRole("alert")).toBeVisible();
  await expect(page.locator(".draw-candidate")).toHaveCount(0);
  await expect(corners).toContainText(say("corners.confused_zone-prefix-unexpected"));
  await expect(corners.getByRole("combobox").first()).toHaveValue("EPSG:4548");

  await corners.getByRole("button", { name: say("corners.offer_take", { reading: "" }) }).click();
  await expect(corners.getByRole("combobox").first()).toHaveValue("EPSG:4527");
  await expect(page.locator(".draw-candidate")).toBeVisible();
  await expect(page.locator(".draw-number").first()).toHaveText("J1");
  await expect(corners).toContainText("516");
  // seen, and not taken
  expect(question(page)).toBeNull();

  await corners.getByRole("button", { name: say("corners.take"), exact: true }).click();
  await expect(page).toHaveURL(/here=116\.67385,35\.46355\//);
  expect(question(page)).toMatchObject({ type: "Polygon", coordinates: [{ length: 6 }] });
});

test("a line that is no corner is named, and the text stays", async ({ page }) => {
  const text = table("").replace("3926018.5", "NaN");
  await typeCorners(page, text);
  const corners = room(page).getByRole("region", { name: say("corners.title") });
  await expect(corners.getByRole("alert")).toContainText(say("corners.fault_not_a_number"));
  await expect(corners.getByRole("textbox", { name: say("corners.text") })).toHaveValue(text);
  await expect(corners.getByRole("button", { name: say("corners.take"), exact: true })).toHaveCount(0);
});

test("a drawing outlives a reload with its undo and redo, and a second tab is told that it is open", async ({
  page,
  context,
}) => {
  await typeCorners(page, table(""));
  await button(page, say("corners.take")).click();
  await expect(page).toHaveURL(/here=/);
  const taken = question(page);
  await page.reload();
  await expect(button(page, `${say("draw.undo")} 1`)).toBeEnabled();
  await button(page, say("draw.undo")).click();
  await expect(page).not.toHaveURL(/here=/);
  await page.reload();
  await button(page, say("draw.redo")).click();
  await expect(page).toHaveURL(/here=/);
  expect(question(page)).toEqual(taken);

  const tab = await page.evaluate(() => sessionStorage.getItem("spatialplan.tab"));
  const second = await context.newPage();
  await second.addInitScript((name) => sessionStorage.setItem("spatialplan.tab", name ?? ""), tab);
  await second.goto(page.url());
  await expect(room(second).getByText(say("draw.kept_elsewhere"))).toBeVisible();
  await button(second, say("draw.kept_take")).click();
  await expect(room(second).getByText(say("draw.kept_elsewhere"))).toHaveCount(0);
  await expect(room(page).getByText(say("draw.kept_taken"))).toBeVisible();
  await expect(button(second, `${say("draw.undo")} 1`)).toBeEnabled();
});
