import type { Page } from "@playwright/test";
import { parseQuestion } from "../../client/src/here/question.ts";
import { expect, test } from "./support/plan.ts";
import { say } from "./support/words.ts";

/** What draws, on the page that everybody may draw on: corners as land offices write them, and a drawing that outlives its page. */

const room = (page: Page) => page.getByRole("region", { name: say("here.title") });
const button = (page: Page, name: string | RegExp) => room(page).getByRole("button", { name });
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
  await expect(corners).toContainText("515.7");
  // seen, and not taken
  expect(question(page)).toBeNull();

  await corners.getByRole("button", { name: say("corners.take"), exact: true }).click();
  await expect(page).toHaveURL(/here=116\.67385,35\.46355\//);
  expect(question(page)).toMatchObject({ type: "Polygon", coordinates: [{ length: 6 }] });
});

test("corners are filled in row by row, by keys alone; what is wrong stands beside its row, and cells are pasted", async ({
  page,
}) => {
  await typeCorners(page, "");
  const corners = room(page).getByRole("region", { name: say("corners.title") });
  const cell = (line: number, column: "label" | "north" | "east") =>
    corners.getByRole("textbox", { name: say("corners.cell", { line, column: say(`corners.col_${column}`) }) });
  await corners.getByRole("button", { name: say("corners.add_row") }).press("Enter");
  for (const [i, north] of NORTHINGS.slice(0, 3).entries()) {
    await expect(cell(i + 1, "north")).toBeFocused();
    await page.keyboard.type(String(north));
    await page.keyboard.press("Tab");
    await page.keyboard.type(String(EASTINGS[i]));
    await page.keyboard.press("Enter");
  }
  // Enter in a column goes on in it: the last row has its number, and no figure yet
  await expect(cell(4, "label")).toHaveValue("J4");
  await expect(cell(4, "north")).toHaveAttribute("aria-invalid", "true");
  await expect(corners.getByRole("table")).toContainText(say("corners.fault_figure_missing"));
  await expect(page.locator(".draw-candidate")).toHaveCount(0);
  await cell(4, "north").focus();
  const pasted = [3, 4].map((i) => `${NORTHINGS[i]}\t${EASTINGS[i]}`).join("\n");
  await cell(4, "north").evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, pasted);
  await expect(cell(5, "east")).toHaveValue(String(EASTINGS[4]));
  await expect(corners).toContainText("515.7");
  await expect(page.locator(".draw-number")).toHaveCount(5);
  await expect(corners.getByRole("textbox", { name: say("corners.text") })).toHaveValue(
    table("").split("\n").slice(1).join("\n"),
  );
  await cell(2, "label").focus();
  await expect(page.locator(".draw-corner-chosen")).toHaveCount(1);
  await page.keyboard.press("Control+Delete");
  await expect(corners.getByRole("row")).toHaveCount(5);
  await expect(cell(2, "north")).toBeFocused();
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

const OUTLINE = "116.67385,35.46355/116.6772,35.46385/116.68005,35.4631/116.68005,35.458243/116.67385,35.457938";
async function openOutline(page: Page): Promise<void> {
  await page.goto(`/?view=here&here=${OUTLINE}#map=16/35.4605/116.6745`);
  // the tool is in hand
  await expect(page.locator("rect.draw-handle")).toHaveCount(5);
}
/** As the ellipsoid has it, from the link: six decimals are a tenth of a metre, so to some ten square metres. */
const areaOfLink = async (page: Page) => {
  const answer = await page.request.post("/api/projects/check", { data: question(page) });
  return ((await answer.json()) as { site: { area_m2: number } }).site.area_m2;
};

test("exactly 196 亩 by the edge that is chosen, with keys alone; undo takes it back", async ({ page }) => {
  await openOutline(page);
  await expect(button(page, say("draw.area_title"))).toBeVisible();
  const before = page.url();
  await page.locator("#map").focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("PageDown");
  await button(page, say("draw.area_title")).press("Enter");
  const panel = room(page).getByRole("region", { name: say("draw.area_title") });
  await expect(page.locator(".draw-chosen")).toBeVisible();
  await panel.getByRole("textbox", { name: say("draw.area_figure") }).fill("196");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(before);
  await expect(page.locator(".draw-mu")).toHaveText(/^196\s/);
  expect(Math.abs((await areaOfLink(page)) - (196 * 2000) / 3)).toBeLessThan(60);
  await expect(
    room(page)
      .getByRole("status")
      .filter({ hasText: say("draw.said_area_set") }),
  ).toBeAttached();
  await page.locator("#map").focus();
  await page.keyboard.press("Control+z");
  await expect(page).toHaveURL(before);
});

test("all of it goes with the hand and the arrows, and turns by its handle and by keys; its size stays", async ({
  page,
}) => {
  await openOutline(page);
  await button(page, say("draw.whole_title")).click();
  const size = await areaOfLink(page);
  const turn = await page.locator(".draw-turn").boundingBox();
  if (!turn) throw new Error("no handle that turns");
  const [x, y] = [turn.x + turn.width / 2, turn.y + turn.height / 2];
  let before = page.url();
  const changed = async () => {
    await expect(page).not.toHaveURL(before);
    before = page.url();
  };
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 90, y + 60, { steps: 4 });
  await page.mouse.up();
  await changed();
  await page.mouse.move(x, y + 200);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 240, { steps: 4 });
  await page.mouse.up();
  await changed();
  await page.locator("#map").focus();
  await page.keyboard.press("Shift+PageDown");
  await changed();
  await page.keyboard.press("Shift+ArrowRight");
  await changed();
  expect(Math.abs((await areaOfLink(page)) - size)).toBeLessThan(60);
  await expect(button(page, `${say("draw.undo")} 4`)).toBeEnabled();
});

test("a corner goes where its coordinates are typed; what is none of the system leaves it", async ({ page }) => {
  await openOutline(page);
  await page.locator("#map").focus();
  await page.keyboard.press("PageDown");
  const form = room(page).getByRole("group", { name: say("draw.corner_title", { index: 1 }) });
  const north = form.getByRole("textbox", { name: say("draw.corner_north") });
  await expect(north).toHaveValue(/^39260\d\d\.\d{3}$/);
  const before = page.url();
  await north.fill("3926200");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(before);
  await form.getByRole("textbox", { name: say("draw.corner_east") }).fill("39470395");
  const moved = page.url();
  await page.keyboard.press("Enter");
  await expect(form.getByRole("alert")).toHaveText(say("draw.corner_wrong"));
  expect(page.url()).toBe(moved);
});

test("the outline of a feature is seen, then taken as a drawing, and says that it is a sketch", async ({
  plan,
  page,
}) => {
  await plan.open("/?view=here#map=13/35.45/116.68");
  await button(page, say("draw.copy_title")).click();
  const panel = room(page).getByRole("region", { name: say("draw.copy_title") });
  await panel.getByRole("combobox").fill("park-2");
  await page.keyboard.press("Tab");
  await expect(page.locator(".draw-candidate")).toBeVisible();
  expect(question(page)).toBeNull();
  await panel.getByRole("button", { name: say("draw.copy_take") }).click();
  await expect(room(page).getByText(say("draw.on_schematic"))).toBeVisible();
  await expect(button(page, `${say("draw.undo")} 1`)).toBeEnabled();
});

test("the keys that draw are on the sheet of keys while something is drawn", async ({ page }) => {
  await openOutline(page);
  await expect(button(page, say("draw.whole_title"))).toBeVisible();
  await page.locator("#map").focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText(say("draw.keys_choose"))).toBeVisible();
});

test.describe("of layers that come in tiles", () => {
  test.use({ baseURL: process.env.SPATIALPLAN_LARGE_URL ?? "" });

  test("what is drawn there is caught with its name: a sketch only where somebody has chosen so, and the drawing says so", async ({
    plan,
    page,
  }) => {
    const answer = await (await page.request.get("/ogc/collections/projects/items?placement=inferred,stated")).json();
    const [feature] = answer.features as { properties: { name_zh: string }; geometry: { coordinates: number[] } }[];
    const [lon = 0, lat = 0] = feature?.geometry.coordinates ?? [];
    await plan.open(`/?view=here#map=15/${lat.toFixed(5)}/${lon.toFixed(5)}`);
    const box = await page.locator("#map").boundingBox();
    if (!box) throw new Error("there is no map");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await room(page)
      .getByRole("radio", { name: say("draw.polygon"), exact: true })
      .click();
    await page.mouse.move(x + 3, y + 3);
    await expect(page.locator(".draw-caught")).toHaveCount(0);

    await button(page, say("draw.snap_surveyed")).click();
    const asked = page.waitForResponse((response) => /collections\/projects\/items\?bbox=/.test(response.url()));
    await page.getByRole("radio", { name: say("draw.snap_all") }).click();
    expect((await asked).ok()).toBe(true);
    // a hand moves on while the answer is read
    await expect(async () => {
      await page.mouse.move(x + 5, y + 4);
      await page.mouse.move(x + 3, y + 3);
      expect(await page.locator(".draw-caught-words").textContent()).toContain(feature?.properties.name_zh ?? "a name");
    }).toPass();
    await expect(page.locator(".draw-caught-words")).toContainText(say("draw.snap_sketch"));
    await page.mouse.click(x + 3, y + 3);
    await expect(room(page).getByText(say("draw.on_schematic"))).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(room(page).getByText(say("draw.on_schematic"))).toHaveCount(0);
  });
});

test("a line across makes parts, the one of the chosen corner is deleted, and a hole is drawn and deleted", async ({
  page,
}) => {
  await openOutline(page);
  const mode = (key: Parameters<typeof say>[0]) => room(page).getByRole("radio", { name: say(key), exact: true });
  const handles = page.locator(".draw-handle");
  await expect(handles).toHaveCount(5);
  const whole = await areaOfLink(page);
  const box = await page.locator(".draw-line").first().boundingBox();
  if (!box) throw new Error("no outline");
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;

  await mode("draw.split").click();
  await page.mouse.click(...at(0.5, -0.05));
  await page.mouse.click(...at(0.5, 1.05));
  await expect(
    room(page)
      .getByRole("status")
      .filter({ hasText: say("draw.said_split", { count: 2 }) }),
  ).toBeAttached();
  await page.locator("#map").focus();
  await page.keyboard.press("PageDown");
  await button(page, say("draw.delete_part")).click();
  await expect.poll(() => areaOfLink(page).then((area) => area / whole)).toBeLessThan(0.6);
  for (let i = 0; i < 2; i++) await button(page, new RegExp(`^${say("draw.undo")}`)).click();
  await expect(handles).toHaveCount(5);

  await mode("draw.hole").click();
  for (const [x, y] of [
    [0.4, 0.4],
    [0.6, 0.4],
    [0.6, 0.6],
  ] as const)
    await page.mouse.click(...at(x, y));
  await button(page, say("draw.finish")).click();
  await expect.poll(() => question(page)).toMatchObject({ coordinates: [{ length: 6 }, { length: 4 }] });
  await page.mouse.click(...at(0.4, 0.4));
  await button(page, say("draw.delete_hole")).click();
  await expect.poll(() => question(page)).toMatchObject({ coordinates: { length: 1 } });
});

test("what is not finished outlives a crash of its tab", async ({ page, context }) => {
  await page.goto("/?view=here#map=16/35.4605/116.6745");
  await room(page)
    .getByRole("radio", { name: say("draw.polygon"), exact: true })
    .click();
  for (const [x, y] of [
    [800, 300],
    [950, 300],
    [950, 420],
  ] as const)
    await page.mouse.click(x, y);
  await expect(button(page, `${say("draw.undo")} 3`)).toBeEnabled();
  const tab = await page.evaluate(() => sessionStorage.getItem("spatialplan.tab"));
  const address = page.url();
  const crashed = page.waitForEvent("crash");
  const session = await context.newCDPSession(page);
  // it answers no more
  void session.send("Page.crash").catch(() => undefined);
  await crashed;

  const again = await context.newPage();
  await again.addInitScript((name) => sessionStorage.setItem("spatialplan.tab", name ?? ""), tab);
  await again.goto(address);
  await expect(button(again, `${say("draw.undo")} 3`)).toBeEnabled();
  await expect(room(again).getByRole("button", { name: say("draw.finish") })).toBeVisible();
  await room(again)
    .getByRole("button", { name: say("draw.finish") })
    .click();
  await expect.poll(() => question(again)).toMatchObject({ type: "Polygon", coordinates: [{ length: 4 }] });
});
