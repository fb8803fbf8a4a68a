import type { APIRequestContext, Page } from "@playwright/test";
import type { SiteCheck } from "../../client/src/api/answers.ts";
import { parseQuestion } from "../../client/src/here/question.ts";
import { reach } from "./support/controls.ts";
import { expect, test } from "./support/plan.ts";
import { type Language, layer, say } from "./support/words.ts";

/** "What does the plan say here?": with the server as it is, by mouse, by keys, by finger, from a file and from a link. */

const AT = "map=14/35.39/116.64";
const POINT = "116.64,35.39";
const OUTLINE = "116.63,35.385/116.65,35.385/116.65,35.4/116.63,35.4";
/** The free part of the map beside the page on a desk, in pixels of the window. */
const CENTRE = { x: 930, y: 450 };

const room = (page: Page, language: Language = "zh") =>
  page.getByRole("region", { name: say("here.title", {}, language) });
const button = (page: Page, key: Parameters<typeof say>[0]) => room(page).getByRole("button", { name: say(key) });
const mode = (page: Page, key: Parameters<typeof say>[0]) =>
  room(page).getByRole("radio", { name: say(key), exact: true });
const counts = (page: Page) => room(page).locator(".finding-counts");

const questionOf = (page: Page) => parseQuestion(new URL(page.url()).searchParams.get("here"));

/** The panel says what the server says of the question in the address, and no older answer. */
async function agrees(page: Page, request: APIRequestContext): Promise<SiteCheck> {
  await expect(room(page).locator(".findings[aria-busy=false] .findings-body[data-old=false]")).toBeVisible();
  const answer: SiteCheck = await (await request.post("/api/projects/check", { data: questionOf(page) })).json();
  for (const [outcome, count] of Object.entries(answer.counts))
    await expect(counts(page).locator(`[data-outcome=${outcome}]`)).toContainText(String(count));
  return answer;
}

async function click(page: Page, places: readonly (readonly [number, number])[]): Promise<void> {
  for (const [x, y] of places) await page.mouse.click(CENTRE.x + x, CENTRE.y + y);
}
const SQUARE = [
  [-90, -70],
  [90, -70],
  [90, 70],
  [-90, 70],
] as const;

test("by mouse: a place, an outline that answers while it is drawn, a corner that is dragged, and undo", async ({
  plan,
  page,
  request,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open(`/#${AT}`);
  await page.getByRole("button", { name: say("here.title") }).click();
  await expect(room(page).getByText(say("here.hint"))).toBeVisible();
  await page.mouse.click(CENTRE.x, CENTRE.y);
  await expect(page).toHaveURL(/here=116\.\d+,35\.\d+/);
  await agrees(page, request);

  await mode(page, "draw.polygon").click();
  await click(page, SQUARE.slice(0, 2));
  await page.mouse.move(CENTRE.x + 60, CENTRE.y + 50);
  // the last corner is still loose, and the plan has answered
  await expect(counts(page)).toBeVisible();
  await expect(room(page).locator(".findings-body[data-old=false]")).toBeVisible();
  await click(page, SQUARE.slice(2));
  await page.mouse.click(CENTRE.x + 90, CENTRE.y + 70 - 140);
  await page.mouse.click(CENTRE.x - 90, CENTRE.y - 70);
  await expect(mode(page, "draw.edit")).toHaveAttribute("aria-checked", "true");
  const drawn = await agrees(page, request);
  expect(drawn.site?.area_m2).toBeGreaterThan(1000);

  const before = page.url();
  const edge = await page.locator(".draw-handle").first().boundingBox();
  expect(edge).not.toBeNull();
  await page.mouse.move(CENTRE.x + 90, CENTRE.y + 70);
  await page.mouse.down();
  await page.mouse.move(CENTRE.x + 140, CENTRE.y + 110, { steps: 4 });
  await page.mouse.up();
  await expect(page).not.toHaveURL(before);
  const larger = await agrees(page, request);
  expect(larger.site?.area_m2).toBeGreaterThan(drawn.site?.area_m2 ?? Number.POSITIVE_INFINITY);
  await page.keyboard.press("Control+z");
  await expect(page).toHaveURL(before);
  await page.keyboard.press("Control+Shift+z");
  await expect(page).not.toHaveURL(before);
});

test("by keyboard alone: opened, placed by Enter, finished by Enter, a corner moved, inserted, deleted, spoken", async ({
  plan,
  page,
  request,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open(`/#${AT}`);
  await page.keyboard.press("h");
  await expect(room(page).getByRole("heading", { name: say("here.title") })).toBeFocused();
  await reach(mode(page, "draw.point"), 40);
  await page.keyboard.press("ArrowRight");
  await expect(mode(page, "draw.polygon")).toHaveAttribute("aria-checked", "true");
  await page.keyboard.press("Enter");
  await expect(page.locator("#map")).toBeFocused();
  const spoken = room(page).getByRole("status").filter({ hasText: /./ });
  for (const [index, key] of ["ArrowRight", "ArrowDown", "ArrowLeft"].entries()) {
    await page.keyboard.press("Enter");
    await expect(spoken.last()).toContainText(say("draw.said_corner", { count: index + 1 }));
    await page.keyboard.press(key);
  }
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(mode(page, "draw.edit")).toHaveAttribute("aria-checked", "true");
  await agrees(page, request);

  const corners = () => {
    const drawn = questionOf(page);
    return drawn?.type === "Polygon" ? (drawn.coordinates[0]?.length ?? 0) - 1 : 0;
  };
  expect(corners()).toBe(4);
  await page.keyboard.press("PageDown");
  await expect(spoken.last()).toContainText(say("draw.said_chosen", { index: 1, count: 4 }));
  const before = page.url();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page).not.toHaveURL(before);
  const moved = questionOf(page);
  const metre = moved?.type === "Polygon" ? (moved.coordinates[0]?.[0]?.[0] ?? 0) : 0;
  const was = parseQuestion(new URL(before).searchParams.get("here"));
  const start = was?.type === "Polygon" ? (was.coordinates[0]?.[0]?.[0] ?? 0) : 0;
  // a metre of longitude at 35.4° N
  expect((metre - start) * 90_800).toBeCloseTo(1, 0);
  await page.keyboard.press("Insert");
  await expect.poll(corners).toBe(5);
  await page.keyboard.press("Delete");
  await expect.poll(corners).toBe(4);
  await page.keyboard.press("Control+z");
  await expect.poll(corners).toBe(5);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(room(page)).toBeHidden();
});

test.describe("by finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test("corners are placed under the crosshair, finished by a button, and dragged", async ({ plan, page, request }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await plan.open(`/?view=here#${AT}`);
    await mode(page, "draw.polygon").tap();
    // beside the handles, which a finger would take
    const at = { x: 90, y: 130 };
    const swipe = await swiper(page);
    for (const [x, y] of [
      [60, 0],
      [0, 60],
      [-60, 0],
    ] as const) {
      await button(page, "draw.place").tap();
      await swipe(at, { x: at.x - x, y: at.y - y });
    }
    await button(page, "draw.finish").tap();
    await expect(mode(page, "draw.edit")).toHaveAttribute("aria-checked", "true");
    const before = page.url();
    const drawn = await agrees(page, request);
    expect(drawn.site?.vertices).toBe(4);
    const handle = await page.locator(".draw-handle").first().boundingBox();
    if (!handle) throw new Error("no handle is to be seen");
    const from = { x: handle.x + 6, y: handle.y + 6 };
    await swipe(from, { x: from.x + 25, y: from.y + 25 });
    await expect(page).not.toHaveURL(before);
    await agrees(page, request);
  });

  test("a tap asks about a place", async ({ plan, page, request }) => {
    await plan.open(`/?view=here#${AT}`);
    await page.touchscreen.tap(200, 250);
    await expect(page).toHaveURL(/here=116/);
    await agrees(page, request);
  });
});

/** A finger that goes from one place to another, as the browser has it. */
async function swiper(page: Page) {
  const session = await page.context().newCDPSession(page);
  type Place = { x: number; y: number };
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Place[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  return async (from: Place, to: Place) => {
    await send("touchStart", [from]);
    for (let step = 1; step <= 5; step++)
      await send("touchMove", [{ x: from.x + ((to.x - from.x) * step) / 5, y: from.y + ((to.y - from.y) * step) / 5 }]);
    await send("touchEnd", []);
  };
}

test("a link brings the question and its answer, in the language of the reader", async ({ plan, page, request }) => {
  await plan.open(`/?view=here&here=${OUTLINE}&lang=en#${AT}`);
  await expect(room(page, "en").locator(".findings-body[data-old=false]")).toBeVisible();
  const answer: SiteCheck = await (await request.post("/api/projects/check", { data: parseQuestion(OUTLINE) })).json();
  const lines = answer.findings.filter(({ rule }) => rule === "control-line");
  expect(lines.length).toBeGreaterThan(1);
  for (const { subject, args } of lines)
    await expect(room(page, "en")).toContainText(String(subject?.name_en ?? args.name_en));
  expect((await room(page, "en").textContent()) ?? "").not.toMatch(/undefined|null|NaN|check[._]/);
  const [undecided] = answer.findings.filter(({ rule }) => rule === "undecided");
  if (undecided) {
    await expect(room(page, "en").locator("[data-rule=undecided]").first()).toContainText(
      String(undecided.args.title_en),
    );
    await room(page, "en").locator("[data-rule=undecided] summary").first().click();
    await expect(room(page, "en").locator("[data-rule=undecided] details[open] li")).toHaveCount(
      undecided.findings?.length ?? 0,
    );
  }
});

test("a citation opens the sentence, and the subject its card", async ({ plan, page }) => {
  await plan.open(`/?view=here&here=${OUTLINE}#${AT}`);
  const subject = room(page).locator("button.finding-title").first();
  const name = (await subject.textContent()) ?? "";
  await subject.click();
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(name);
  await room(page).locator(".chip-cite").first().click();
  await expect(page).toHaveURL(/read=/);
});

test("what is not valid is said with its place", async ({ plan, page }) => {
  const bowtie = "116.63,35.385/116.65,35.4/116.65,35.385/116.63,35.4";
  await plan.open(`/?view=here&here=${bowtie}#${AT}`);
  await expect(room(page).getByText(say("check_reason.self-intersection"))).toBeVisible();
  await expect(page.locator(".draw-fault")).toHaveCount(1);
});

test("a file is read, a wrong one takes nothing away", async ({ plan, page, request }) => {
  await plan.open(`/?view=here#${AT}`);
  const choose = room(page).locator("input[type=file]");
  const geojson = JSON.stringify(parseQuestion(OUTLINE));
  await choose.setInputFiles({ name: "a.geojson", mimeType: "application/geo+json", buffer: Buffer.from(geojson) });
  await expect(page).toHaveURL(new RegExp(`here=${OUTLINE.replaceAll("/", "/")}`));
  await agrees(page, request);
  await choose.setInputFiles({ name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("nothing") });
  await expect(room(page).getByText(say("here.file_not_readable", { name: "b.txt" }))).toBeVisible();
  await agrees(page, request);
});

test("offline it says that it cannot ask, and goes on by itself", async ({ plan, page, context, request }) => {
  plan.expectedComplaints = /ERR_INTERNET_DISCONNECTED|Failed to load/;
  await plan.open(`/?view=here&here=${POINT}#${AT}`);
  await agrees(page, request);
  await context.setOffline(true);
  await page.mouse.click(CENTRE.x + 50, CENTRE.y);
  await expect(room(page).getByText(say("check.offline")).first()).toBeVisible();
  await expect(room(page).locator(".findings-body[data-old=true]")).toContainText(say("check.old"));
  await context.setOffline(false);
  await agrees(page, request);
});

test("an answer that comes after the next question is never shown", async ({ plan, page, request }) => {
  let held: (() => void) | null = null;
  let asked = 0;
  await plan.open(`/?view=here#${AT}`);
  await page.route("**/api/projects/check", async (route) => {
    asked += 1;
    if (asked === 1)
      await new Promise<void>((resolve) => {
        held = resolve;
      });
    await route.continue().catch(() => undefined);
  });
  await page.mouse.click(CENTRE.x, CENTRE.y);
  await expect.poll(() => asked).toBe(1);
  await expect(room(page).getByText(say("check.asking"), { exact: true })).toBeVisible();
  await page.mouse.click(CENTRE.x + 120, CENTRE.y + 60);
  await expect.poll(() => asked).toBe(2);
  await agrees(page, request);
  (held as (() => void) | null)?.();
  await page.waitForTimeout(400);
  await agrees(page, request);
});

test("a press near a corner of the plan catches it by name where that is wanted, and nothing schematic where it is not", async ({
  plan,
  page,
}) => {
  type Road = {
    geometry: { coordinates: [number, number][][] } | null;
    properties: { name_zh: string; accuracy_m: number };
  };
  const roads = layer("roads") as unknown as Road[];
  const road = roads.find(({ properties, geometry }) => properties.accuracy_m > 20 && geometry);
  const at = road?.geometry?.coordinates[0]?.[1] ?? road?.geometry?.coordinates[0]?.[0];
  if (!road || !at) throw new Error("the layers have no schematic road");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open(`/?view=here#map=16/${at[1].toFixed(4)}/${at[0].toFixed(4)}`);
  const middle = { x: 720, y: 450 };
  const caughtWords = page.locator(".draw-caught-words");
  await page.mouse.move(middle.x + 3, middle.y + 2);
  await page.mouse.move(middle.x + 6, middle.y + 4);
  await expect(caughtWords).toHaveCount(0);
  await room(page)
    .getByRole("button", { name: say("draw.snap_surveyed") })
    .click();
  await page.getByRole("radio", { name: say("draw.snap_all") }).click();
  await page.mouse.move(middle.x + 5, middle.y + 3);
  await page.mouse.move(middle.x + 6, middle.y + 4);
  await expect(caughtWords).toContainText(say("draw.snap_vertex"));
  await expect(caughtWords).toContainText(say("draw.snap_sketch"));
  await page.mouse.click(middle.x + 6, middle.y + 4);
  await expect.poll(() => questionOf(page)?.type).toBe("Point");
  const drawn = questionOf(page);
  const [lon = 0, lat = 0] = drawn?.type === "Point" ? drawn.coordinates : [];
  // it is the corner of some road there, exactly as far as a link writes it
  const corners = roads.flatMap(({ geometry }) => geometry?.coordinates.flat() ?? []);
  expect(Math.min(...corners.map(([x, y]) => Math.hypot(x - lon, y - lat)))).toBeLessThan(1.5e-6);
});

test("a piece is cut out of an outline, and a rectangle that overlaps it is merged with it", async ({
  plan,
  page,
  request,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open(`/?view=here&here=${OUTLINE}#map=13.5/35.3925/116.622`);
  const before = await agrees(page, request);
  const box = await page.locator(".draw-area").boundingBox();
  if (!box) throw new Error("the outline is not in sight");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mode(page, "draw.cut").click();
  for (const [dx, dy] of [
    [-30, -20],
    [30, -20],
    [0, 25],
  ] as const)
    await page.mouse.click(x + dx, y + dy);
  await button(page, "draw.finish").click();
  const rings = () => {
    const drawn = questionOf(page);
    return drawn?.type === "Polygon" ? drawn.coordinates.length : 0;
  };
  await expect.poll(rings).toBe(2);
  const cut = await agrees(page, request);
  expect(cut.site?.area_m2).toBeLessThan(before.site?.area_m2 ?? 0);

  await mode(page, "draw.rectangle").click();
  await page.mouse.click(x + box.width / 2 - 25, y - 10);
  await page.mouse.click(x + box.width / 2 + 40, y + 30);
  await expect(room(page).getByText(say("check.fault"))).toBeVisible();
  await button(page, "draw.merge").click();
  await expect.poll(rings).toBe(2);
  const merged = await agrees(page, request);
  expect(merged.site?.area_m2).toBeGreaterThan(cut.site?.area_m2 ?? Number.POSITIVE_INFINITY);
});

test("edges are typed by length and bearing, one after the other", async ({ plan, page, request }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open(`/?view=here#${AT}`);
  await mode(page, "draw.polygon").click();
  await page.mouse.click(CENTRE.x, CENTRE.y);
  const length = room(page).getByLabel(say("draw.next_length"));
  const bearing = room(page).getByLabel(say("draw.next_bearing"));
  await length.fill("0");
  await bearing.fill("90");
  await button(page, "draw.next_place").click();
  await expect(room(page).getByRole("alert")).toHaveText(say("draw.next_wrong"));
  for (const [metres, degrees] of [
    ["400", "90"],
    ["300", "180"],
    ["400", "270"],
  ] as const) {
    await bearing.fill(degrees);
    await length.fill(metres);
    await length.press("Enter");
    await expect(length).toHaveValue("");
  }
  await button(page, "draw.finish").click();
  const answer = await agrees(page, request);
  // the plane of EPSG:4548 is true to a few parts in ten thousand here
  expect(Math.abs((answer.site?.area_m2 ?? 0) / 120_000 - 1)).toBeLessThan(0.002);
});
