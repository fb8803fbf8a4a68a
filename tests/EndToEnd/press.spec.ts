import type { Page } from "@playwright/test";
import { expect, type PlanPage, test } from "./support/plan.ts";
import { collection, layer, say } from "./support/words.ts";

/** A press on the map where several things lie. */

type Ring = [number, number][];
const polygons = ["parks", "project-sites", "urban-clusters", "core-city"];
const project = layer("projects").find(({ id }) => id === "project-4-1-1");
if (!project) throw new Error("the layers have no project-4-1-1");
const place = (project as unknown as { geometry: { coordinates: [number, number] } }).geometry.coordinates;

const ringsOf = (feature: unknown): Ring[] => {
  const { geometry } = feature as { geometry: { type: string; coordinates: never } | null };
  if (geometry?.type === "Polygon") return [(geometry.coordinates as Ring[])[0] as Ring];
  return geometry?.type === "MultiPolygon" ? (geometry.coordinates as Ring[][]).map(([ring]) => ring as Ring) : [];
};
const sidesOf = (ring: Ring) => ring.slice(1).map((to, index) => [ring[index] as [number, number], to] as const);
const sizeOf = (ring: Ring) => Math.abs(sidesOf(ring).reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0));
const isIn = ([x, y]: [number, number], ring: Ring) =>
  sidesOf(ring).filter(([a, b]) => a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0])
    .length %
    2 ===
  1;

/** The areas of the data that hold the place, the smallest first. */
const around = polygons
  .flatMap((id) => layer(id).map((feature) => ({ code: feature.id, rings: ringsOf(feature) })))
  .filter(({ rings }) => rings.some((ring) => isIn(place, ring)))
  .map(({ code, rings }) => ({ code, size: Math.max(...rings.map(sizeOf)) }))
  .sort((a, b) => a.size - b.size)
  .map(({ code }) => code);

const here = (plan: PlanPage) =>
  plan.card().getByRole("region", { name: new RegExp(`^${say("also_here.title", { count: "\\d+" })}$`) });
const codes = (plan: PlanPage) =>
  here(plan)
    .getByRole("button")
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.code));

async function pressThere(plan: PlanPage, page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open(`/?tab=text#map=16/${place[1]}/${place[0]}`);
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("the map has no box");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(project?.properties.name_zh ?? "");
}

test("a press where several things lie opens the topmost and lists all, the smallest first", async ({ plan, page }) => {
  expect(around.length).toBeGreaterThan(2);
  await pressThere(plan, page);
  const found = await codes(plan);
  expect(found[0]).toBe("project-4-1-1");
  expect(found.slice(1).filter((code) => around.includes(code ?? ""))).toEqual(around);
  await expect(here(plan).locator("[aria-current=true]")).toHaveAttribute("data-code", "project-4-1-1");

  // what was looked at and has nothing there; never a layer of the list
  const note = here(plan).locator(".note");
  await expect(note).toContainText((collection("water-areas") as unknown as { title: { zh: string } }).title.zh);
  await expect(note).not.toContainText((collection("parks") as unknown as { title: { zh: string } }).title.zh);

  // pointing at one outlines it too: the site is larger than the sign of its project
  const outline = page.locator(".plan-sheet-highlight");
  const widthOf = async () => (await outline.boundingBox())?.width ?? 0;
  const before = await widthOf();
  await here(plan).locator("[data-code=project-4-1-1]").last().hover();
  await expect.poll(widthOf).toBeGreaterThan(before);
});

test("each of what a press has met opens its card by key, and the list stays until something else opens", async ({
  plan,
  page,
}) => {
  await pressThere(plan, page);
  const before = await codes(plan);
  const row = here(plan).locator(`[data-code=${around[0]}]`);
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`select=[a-z-]+/${around[0]}`));
  expect(await codes(plan)).toEqual(before);
  await expect(here(plan).locator("[aria-current=true]")).toHaveAttribute("data-code", around[0] ?? "");

  await page.keyboard.press("Escape");
  await expect(plan.card()).toHaveCount(0);
  await plan.open("/?select=projects/project-4-1-1");
  await expect(here(plan)).toHaveCount(0);
});
