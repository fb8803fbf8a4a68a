import { expect, test } from "./support/plan.ts";
import { layer, say } from "./support/words.ts";

/** What is drawn follows the screen, and says what the pointer is on. */

test("sharpness follows the scale of the screen while the page is open", async ({ plan, page }) => {
  // what a canvas shows is a bitmap, and only the bitmap knows how many pixels it has
  await page.addInitScript(() => {
    const { prototype } = ImageBitmapRenderingContext;
    const transfer = prototype.transferFromImageBitmap;
    prototype.transferFromImageBitmap = function (bitmap) {
      if (bitmap && this.canvas instanceof HTMLCanvasElement)
        this.canvas.dataset.density = String(bitmap.width / Number.parseFloat(this.canvas.style.width));
      transfer.call(this, bitmap);
    };
  });
  await plan.open();
  const densities = () =>
    page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll<HTMLCanvasElement>(".plan-sheet:not([hidden])")].map(({ dataset }) =>
          Math.round(Number(dataset.density)),
        ),
      ),
    ]);
  await expect.poll(densities).toEqual([1]);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setDeviceMetricsOverride", {
    width: 1400,
    height: 880,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await expect.poll(densities).toEqual([2]);
});

test("a sign under the pointer says its name, and Esc sends it away", async ({ plan, page }) => {
  await plan.open("/#map=13/35.4272/116.6300");
  const hub = layer("hubs").find(({ id }) => id === "hub-jining-station") as unknown as {
    properties: { name_zh: string };
    geometry: { coordinates: [number, number] };
  };
  const [lon, lat] = hub.geometry.coordinates;
  // where it stands follows from the view in the address
  const [zoom, y0, x0] = [13, 35.4272, 116.63];
  const size = 256 * 2 ** zoom;
  const y = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
  const at = { x: 720 + ((lon - x0) / 360) * size, y: 450 - (y(lat) - y(y0)) * size };
  const tooltip = page.locator(".map-tooltip");
  await page.mouse.move(at.x + 60, at.y + 60);
  await page.mouse.move(at.x, at.y, { steps: 4 });
  await expect(tooltip).toHaveText(hub.properties.name_zh);
  await expect(tooltip).toBeVisible();
  await page.mouse.move(at.x + 60, at.y + 60);
  await expect(tooltip).toBeHidden();
});

test("measuring by keyboard shows where Enter adds a point, and a pointer hides it", async ({ plan, page }) => {
  await plan.open();
  const button = page.getByRole("button", { name: say("measure.line") });
  await button.focus();
  await page.keyboard.press("Enter");
  const arms = page.locator(".measure-sheet path");
  await expect.poll(() => arms.count()).toBeGreaterThan(0);
  await page.keyboard.press("Enter");
  for (let press = 0; press < 4; press++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.locator(".measure-value")).toContainText("≈");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await expect(arms).toHaveCount(0);
});

test("both credits of OpenStreetMap stand on the map, beside an open card too", async ({ plan, page }) => {
  await page.route("https://tile.openstreetmap.org/**", (route) => route.abort());
  plan.expectedComplaints = /tile\.openstreetmap\.org/;
  await plan.open("/?basemap=osm&select=parks/park-2");
  const credit = page.locator(".attribution");
  await expect(credit).toContainText(/OpenStreetMap.*OpenStreetMap/);
  const isWhole = await credit.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const hit = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
    return left >= 0 && right <= innerWidth && bottom <= innerHeight && hit.every((one) => !one.closest(".panel"));
  });
  expect(isWhole).toBe(true);
});
