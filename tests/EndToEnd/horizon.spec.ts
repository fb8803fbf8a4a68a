import { expect, test } from "./support/plan.ts";
import { say, termName } from "./support/words.ts";

/** The indicator that the reader follows over the horizons. */
const enterprises = termName("indicator", "enterprises-above-scale");
const revenue = termName("indicator", "revenue");

test("an indicator is chosen with the keyboard, kept across the stops and in the link, and silence is said", async ({
  plan,
  page,
}) => {
  await plan.open("/?select=parks/park-7&horizon=2023");
  const figure = page.locator(".horizon-figure");
  await expect(figure).toContainText("600");
  const choose = page.getByRole("button", { name: say("horizon.indicator", { name: revenue }) });
  await choose.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: enterprises }).press("Enter");
  await expect(page).toHaveURL(/indicator=enterprises-above-scale/);
  await expect(page.getByRole("button", { name: say("horizon.indicator", { name: enterprises }) })).toBeFocused();
  for (const [year, says] of [
    ["2023", "200"],
    ["2025", "260"],
    ["2035", say("not_stated")],
    ["2020", say("not_stated")],
  ] as const) {
    await page.getByRole("radio", { name: new RegExp(`^${year}`) }).click();
    await expect(figure, year).toContainText(says);
  }
  await expect(page.getByRole("img", { name: enterprises })).toHaveAccessibleName(
    new RegExp(`2020: ${say("not_stated")}.*2023: 200.*2025: 260.*2035: ${say("not_stated")}`),
  );
  await page.reload();
  await plan.drawn();
  await expect(page.getByRole("button", { name: say("horizon.indicator", { name: enterprises }) })).toBeVisible();
});

test("the legend says what the size of a park's badge means at the horizon", async ({ plan, page }) => {
  await plan.open();
  const legend = page.locator(".badge-legend");
  await expect(legend).toContainText(say("layers.badge", { year: 2025, name: revenue }));
  await expect(legend.getByRole("listitem")).toHaveText([say("not_stated_short"), /250/, /1000/]);
  await page.getByRole("radio", { name: /^2035/ }).click();
  await expect(legend).toHaveText(say("layers.badge_silent", { year: 2035, name: revenue }));
  await plan.open("/?indicator=enterprises-above-scale");
  await expect(legend).toContainText(say("layers.badge", { year: 2025, name: enterprises }));
  await expect(legend.getByRole("listitem").last()).toContainText("300");
});
