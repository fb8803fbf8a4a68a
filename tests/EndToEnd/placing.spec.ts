import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { act, setsInReview, signInAs, changesUrl as url } from "./support/accounts.ts";
import { expect, type PlanPage, test } from "./support/plan.ts";
import { layer, say, unplaced } from "./support/words.ts";

/** The place that staff gives to what has none: by coordinates of any system, or that of another feature. */

type Point = { crs: string; x: number; y: number; lon: number; lat: number };
const { points } = JSON.parse(readFileSync(new URL("../cases/coordinates.json", import.meta.url), "utf8")) as {
  points: Point[];
};
const inZone = ({ lon, lat }: Point) => Math.abs(lon - 116.6) < 0.3 && Math.abs(lat - 35.4) < 0.3;
const bare = unplaced("projects");
// another one than that of changes.spec.ts, which is given a place
const code = bare[2]?.id ?? "";

test.beforeEach(() => test.skip(url === "", "needs the server whose plan tests change"));

async function placing(plan: PlanPage, page: Page): Promise<Locator> {
  await signInAs(page, "staff");
  await plan.open(`${url}/?select=projects/${code}`);
  await page.getByRole("button", { name: say("changes.place_button"), exact: true }).click();
  return page.getByRole("region", { name: say("changes.correct"), exact: true });
}

test("coordinates are typed in every system that people have them in", async ({ plan, page }) => {
  test.setTimeout(120_000);
  const sheet = await placing(plan, page);
  await expect(sheet.locator("[name=crs]")).toBeVisible();
  const options = sheet.locator("[name=crs] option");
  const systems = await options.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  expect(systems.toSorted()).toEqual([
    "BD-09",
    "EPSG:3857",
    "EPSG:4326",
    "EPSG:4490",
    "EPSG:4527",
    "EPSG:4548",
    "GCJ-02",
  ]);
  const place = sheet.locator("[data-place]");
  for (const crs of systems) {
    const point = points.find((one) => one.crs === crs && inZone(one));
    if (!point) throw new Error(`coordinates.json has no point of the zone in ${crs}`);
    await sheet.locator("[name=x]").fill(String(point.x));
    await sheet.locator("[name=y]").fill(String(point.y));
    await sheet.locator("[name=crs]").selectOption(crs);
    await sheet.locator("[name=y]").press("Enter");
    const stored = [point.lon, point.lat].map((degrees) => Number(degrees.toFixed(6))).join(", ");
    await expect(place, crs).toHaveText(stored);
    await expect(page.locator(".compared-places .after"), crs).toHaveCount(1);
  }

  plan.expectedComplaints = /api\/coordinates/;
  // what is no place of the system is said, and the one that was taken stays
  const taken = (await place.textContent()) ?? "";
  await sheet.locator("[name=crs]").selectOption("EPSG:4490");
  for (const [x, y] of [
    ["470395.2", "3926070.3"],
    ["east", "north"],
  ] as const) {
    await sheet.locator("[name=x]").fill(x);
    await sheet.locator("[name=y]").fill(y);
    await sheet.getByRole("button", { name: say("changes.use") }).click();
    await expect(sheet.locator(".change-coordinates").getByRole("alert")).not.toBeEmpty();
    await expect(place).toHaveText(taken);
  }
  await expect(sheet).toBeVisible();
});

test("a project is given the place of another feature, which it then names", async ({ plan, page }) => {
  const hub = layer("hubs")[0] as unknown as {
    id: string;
    geometry: { coordinates: number[] };
    properties: { name_zh: string };
  };
  const sheet = await placing(plan, page);
  const share = sheet.getByLabel(say("changes.share"));
  await share.fill("nothing of this name");
  await share.press("Tab");
  await expect(sheet.getByText(say("changes.pick_unknown"))).toBeVisible();
  await share.fill(hub.id);
  await share.press("Tab");
  await expect(sheet.getByText(say("changes.pick_unknown"))).toHaveCount(0);
  const shown = hub.geometry.coordinates.map((degrees) => Number(degrees.toFixed(6))).join(", ");
  await expect(sheet.locator("[data-place]")).toHaveText(shown);
  await expect(sheet.locator("[name=placed_by]")).toHaveValue(hub.id);

  await sheet.locator("[name=placement]").selectOption("inferred");
  await sheet.locator("[name=placement_reason_zh]").fill("与枢纽同址");
  await sheet.locator("[name=placement_reason_en]").fill("At the hub");
  await sheet.locator("[name=accuracy_m]").fill("2000");
  const basis = `document ${Date.now()}`;
  await sheet.locator("[name=basis]").fill(basis);
  await sheet.getByRole("button", { name: say("changes.submit") }).click();
  await expect(sheet).toHaveCount(0);

  const { request } = page.context();
  const set = (await setsInReview(page)).find((one) => one.basis === basis);
  const whole = await (await request.get(`${url}/api/change-sets/${set?.id}`)).json();
  const { properties, geometry } = whole.items[0].after;
  expect(properties.placed_by).toBe(hub.id);
  expect(geometry.coordinates).toEqual(hub.geometry.coordinates);
  await act(page, set, "withdraw");
});
