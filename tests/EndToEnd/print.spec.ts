import { inflateSync } from "node:zlib";
import { expect, test } from "./support/plan.ts";
import { collection, type Language, layer, product, say, termName } from "./support/words.ts";

/** What the pages of a PDF are drawn with, in plain text. */
function contentOf(pdf: Buffer): string {
  const streams = pdf.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  return [...streams]
    .map(([, packed = ""]) => {
      try {
        return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
      } catch {
        return "";
      }
    })
    .join("\n");
}

const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
const linesOf = (content: string) => content.match(/ l$/gm)?.length ?? 0;
/** The ground of the plan in light colours, as a PDF writes it. */
const LIGHT_GROUND = /\.91\d* \.90\d* \.86\d* rg\b/;

for (const language of ["zh", "en"] as const satisfies Language[])
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    test(`the browser prints map and legend, light, on one page, in ${language} from a window of ${size.width} pixels`, async ({
      plan,
      page,
    }) => {
      await page.setViewportSize(size);
      // the view is given: a link without one would show the park alone
      const view = "#map=11.2/35.35/116.66";
      await plan.open(`/?theme=dark&lang=${language}&select=parks/park-2&filter=industry_chain='biopharma'${view}`);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pagesOf(pdf)).toBe(1);
      const content = contentOf(pdf);
      expect(linesOf(content)).toBeGreaterThan(2000);
      expect(content).toMatch(LIGHT_GROUND);
      // afterwards the page is as it was
      await expect(page.locator(".print-sheet")).toHaveCount(0);
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      await page.emulateMedia({ media: "print" });
      const sheet = page.getByRole("article").filter({ has: page.locator(".print-map") });
      await expect(sheet.getByRole("heading", { level: 1 })).toContainText(product.title[language]);
      await expect(sheet).toContainText(termName("industry-chain", "biopharma", language));
      const legend = sheet.getByRole("region", { name: say("print.legend", {}, language) });
      for (const id of ["axes", "belts", "parks"]) await expect(legend).toContainText(collection(id).short[language]);
      const [city] = layer("core-city");
      const name = language === "zh" ? city?.properties.name_zh : city?.properties.name_en;
      await expect(
        sheet
          .locator(".print-map text")
          .filter({ hasText: name ?? "" })
          .first(),
      ).toBeVisible();
      await expect(page.locator("#map")).toBeHidden();
    });

test("printing the panorama still prints the panorama", async ({ plan, page }) => {
  await plan.open("/?view=panorama");
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-sheet")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: say("panorama.title") }).first()).toBeVisible();
});
